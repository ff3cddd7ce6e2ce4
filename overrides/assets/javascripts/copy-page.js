// "Copy page": the page's Markdown goes to the clipboard, to be pasted into a note or a conversation.

const SHOWN_FOR = 1500
const button = document.querySelector("[data-copy-page]")

if (button && navigator.clipboard) {
  const label = button.textContent
  const status = button.parentElement.querySelector("[role=status]")
  button.hidden = false
  button.addEventListener("click", async () => {
    try {
      // The text is on its way while the browser asks: Safari forgets the click otherwise.
      const text = fetch(button.dataset.copyPage).then(response => {
        if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
        return response.text()
      })
      const blob = text.then(words => new Blob([words], { type: "text/plain" }))
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })])
      say("Copied")
    } catch {
      say("Could not copy")
    }
  })

  function say(words) {
    button.textContent = status.textContent = words
    setTimeout(() => {
      button.textContent = label
      status.textContent = ""
    }, SHOWN_FOR)
  }
}
