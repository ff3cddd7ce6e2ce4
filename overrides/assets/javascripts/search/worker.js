// Searches beside the page, so that typing never waits: fetches the index, then answers { id, question } with
// { id, hits }. Messages that come before the index is there wait in the queue. `{ error }` if it cannot be had.

import { load } from "./engine.js"

// MkDocs writes the one, Zensical the other.
const INDEXES = ["search/search_index.json", "search.json"].map(path => new URL(`../../../${path}`, import.meta.url))

const loaded = fetchIndex().then(load)

loaded.then(() => postMessage({ ready: true }), error => postMessage({ error: String(error) }))

async function fetchIndex() {
  for (const address of INDEXES) {
    const response = await fetch(address)
    if (response.status === 404) continue
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
    const { config, docs, items } = await response.json()
    return { config, docs: docs ?? items }
  }
  throw new Error("the site has no search index")
}

addEventListener("message", async ({ data: { id, question } }) => {
  const find = await loaded.catch(() => null)
  if (find) postMessage({ id, question, hits: find(question) })
})
