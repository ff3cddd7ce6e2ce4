// In the offline site only: search/worker.js, with the index in the same file as `searchIndex` (hooks/offline.py),
// since a file cannot be fetched, and with addresses that name the file of a page.

import { load } from "../search/engine.js"

const find = load(searchIndex)
postMessage({ ready: true })

addEventListener("message", ({ data: { id, question } }) => {
  const hits = find(question).map(hit => ({ ...hit, path: hit.path.replace(/^[^#]*/, "$&index.html") }))
  postMessage({ id, question, hits })
})
