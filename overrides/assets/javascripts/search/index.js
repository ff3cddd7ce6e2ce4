// The page's side of the worker: started by the first use, started again if it could not load the index.

let worker = null
let ready = false
let waiting = null
let last = 0

/** Start loading, if that has not been done. */
export function load() {
  if (worker) return
  worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" })
  worker.addEventListener("message", ({ data }) => {
    if (data.error) fail(new Error(data.error))
    else if (data.ready) ready = true
    else if (data.id === waiting?.id) settle().resolve(data.hits)
  })
  // The worker itself or a module of it could not be loaded.
  worker.addEventListener("error", () => fail(new Error("the search program could not be loaded")))
}

/** Whether an answer takes no longer than the search itself. */
export function isLoaded() {
  return ready
}

/** The hits for a question, or undefined if another was asked before they came. */
export function find(question) {
  load()
  settle()?.resolve(undefined)
  const asked = new Promise((resolve, reject) => waiting = { id: ++last, resolve, reject })
  worker.postMessage({ id: last, question })
  return asked
}

function fail(error) {
  worker?.terminate()
  worker = null
  ready = false
  settle()?.reject(error)
}

function settle() {
  const settled = waiting
  waiting = null
  return settled
}
