// In the offline site only: a Worker from a file, which browsers refuse. A script they do load; here it is a
// function (hooks/offline.py), and the worker is made of its text. What the page sends meanwhile waits.

const BrowsersWorker = window.Worker

window.Worker = class extends EventTarget {
  #started

  constructor(address) {
    super()
    this.#started = start(address)
    this.#started.then(
      worker => {
        worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })))
        worker.addEventListener("error", () => this.dispatchEvent(new Event("error")))
      },
      () => this.dispatchEvent(new Event("error")),
    )
  }

  postMessage(message) {
    this.#started.then(worker => worker.postMessage(message), () => {})
  }

  terminate() {
    this.#started.then(worker => worker.terminate(), () => {})
  }
}

async function start(address) {
  const script = Object.assign(document.createElement("script"), { src: address })
  await new Promise((resolve, reject) => {
    script.addEventListener("load", resolve)
    script.addEventListener("error", reject)
    document.head.append(script)
  })
  return new BrowsersWorker(URL.createObjectURL(new Blob([`(${window.workerProgram})()`])))
}
