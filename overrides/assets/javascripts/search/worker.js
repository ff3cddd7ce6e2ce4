// Searches beside the page, so that typing never waits: fetches the index, then answers { id, question } with
// { id, hits }. Messages that come before the index is there wait in the queue. `{ error }` if it cannot be had.

import { load } from "./engine.js"

const INDEX = new URL("../../../search/search_index.json", import.meta.url)

const loaded = fetch(INDEX).then(async response => {
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  return load(await response.json())
})

loaded.then(() => postMessage({ ready: true }), error => postMessage({ error: String(error) }))

addEventListener("message", async ({ data: { id, question } }) => {
  const find = await loaded.catch(() => null)
  if (find) postMessage({ id, question, hits: find(question) })
})
