// Opens Material's search with Ctrl-K or ⌘K from anywhere, and from buttons; Esc gives the focus back.

const input = document.querySelector("[data-md-component=search-query]")
const toggle = document.getElementById("__search")
const isApple = /Mac|iPhone|iPad/.test(navigator.platform)
let opener = null

function open(from) {
  opener = from
  if (!toggle.checked) toggle.click()
  input.focus()
  input.select()
}

function close() {
  if (toggle.checked) toggle.click()
  input.blur()
  if (opener?.isConnected && opener !== document.body) opener.focus()
  opener = null
}

document.getElementById("search-hint").textContent = isApple ? "⌘K" : "Ctrl-K"

// In the capture phase: before Material's own listener on window.
addEventListener("keydown", event => {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    event.preventDefault()
    if (document.activeElement !== input) open(document.activeElement)
  } else if (event.key === "Escape" && toggle.checked) {
    close()
  } else if (event.key.length === 1 && !hasModifier && !toggle.checked) {
    // Material binds single letters; they belong to assistive technology and speech input (WCAG 2.1.4).
    event.stopImmediatePropagation()
  }
}, true)

for (const button of document.querySelectorAll("#search-open, [data-search-open]")) {
  button.addEventListener("click", () => open(button))
}
document.getElementById("search-close").addEventListener("click", close)
