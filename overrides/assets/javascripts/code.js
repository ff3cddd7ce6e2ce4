// Code blocks get a button that copies the program, and what scrolls sideways can be scrolled by keyboard.

const COPIED_FOR = 1500

for (const code of document.querySelectorAll(".highlight:not(.doc-signature) > pre > code")) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "copy-button"
  button.ariaLabel = button.title = "Copy to clipboard"
  button.addEventListener("click", () => copy(code, button))
  code.before(button)
}

async function copy(code, button) {
  try {
    await navigator.clipboard.writeText(code.textContent)
    say(button, "Copied")
  } catch {
    // No permission, or no secure connection: the reader can still press Ctrl-C.
    getSelection().selectAllChildren(code)
    say(button, "Selected: press Ctrl-C to copy")
  }
}

function say(button, words) {
  button.ariaLabel = button.title = status.textContent = words
  button.classList.add("copy-button--done")
  setTimeout(() => {
    button.ariaLabel = button.title = "Copy to clipboard"
    status.textContent = ""
    button.classList.remove("copy-button--done")
  }, COPIED_FOR)
}

// Screen readers announce what happened.
const status = document.createElement("div")
status.role = "status"
status.className = "visually-hidden"
document.querySelector("main").append(status)

const SCROLLABLE = "pre > code, .md-typeset table, .tabbed-labels"

function makeFocusable(region) {
  if (region.scrollWidth > region.clientWidth) region.tabIndex = 0
  else region.removeAttribute("tabindex")
}

const sizes = new ResizeObserver(entries => entries.forEach(entry => makeFocusable(entry.target)))

addEventListener("load", () => {
  for (const region of document.querySelectorAll(SCROLLABLE)) {
    makeFocusable(region)
    sizes.observe(region)
  }
})
