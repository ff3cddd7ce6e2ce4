// Search: its field and keys, and the panel below it. What finds is loaded when a reader first comes here (search/).
// The field is a combobox: the focus stays in it while the arrows choose (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).

import { find, isLoaded, load } from "./search/index.js"
import * as results from "./search/results.js"

const search = document.getElementById("search")
const box = document.getElementById("search-box")
const panel = document.getElementById("search-panel")
const input = document.getElementById("search-input")
const status = document.getElementById("search-status")
const nothing = document.getElementById("search-nothing")
const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

let opener = null
let asked = null
let answer = Promise.resolve()

document.getElementById("search-hint").textContent = isApple ? "⌘K" : "Ctrl-K"

// --- Open and close ---------------------------------------------------------------

function isOpen() {
  return !panel.hidden
}

/** Go to the field; `leave` comes back to where the reader was. */
function enter(from) {
  opener = from
  open()
  input.focus()
  input.select()
}

function leave() {
  const back = opener
  close()
  input.blur()
  if (back?.isConnected && back !== document.body) back.focus()
}

function open() {
  if (isOpen()) return
  panel.hidden = false
  search.classList.add("site-search--open")
  load()
  ask()
}

function close() {
  panel.hidden = true
  search.classList.remove("site-search--open")
  opener = asked = null
  choose("")
}

// --- Ask and show -----------------------------------------------------------------

function ask() {
  const question = input.value.trim()
  if (question === asked) return
  asked = question
  // An Enter that comes before the results waits for them.
  answer = question ? answerTo(question) : Promise.resolve(show([], "Type to search"))
}

async function answerTo(question) {
  if (!isLoaded()) show([], "Loading the search…")
  try {
    const hits = await find(question)
    if (question !== asked) return
    if (!hits.length) show([], `No results for “${question}”`)
    else show(hits, hits.length === 1 ? "1 result" : `${hits.length} results`)
    nothing.hidden = hits.length > 0
  } catch {
    asked = null
    show([], "The search could not be loaded. Check your connection, then type again.")
  }
}

function show(hits, words) {
  status.textContent = words
  nothing.hidden = true
  choose(results.show(hits))
}

function choose(id) {
  input.ariaExpanded = String(Boolean(id))
  if (id) input.setAttribute("aria-activedescendant", id)
  else input.removeAttribute("aria-activedescendant")
}

async function follow(inNewTab) {
  await answer
  const link = results.current()
  if (inNewTab && link) window.open(link.href, "_blank", "noopener")
  else link?.click()
}

// --- Events -----------------------------------------------------------------------

input.addEventListener("focus", open)
input.addEventListener("input", ask)
input.addEventListener("keydown", event => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (event.isComposing || (!step && event.key !== "Enter")) return
  event.preventDefault()
  if (step) choose(results.move(step))
  else follow(event.ctrlKey || event.metaKey)
})

addEventListener("keydown", event => {
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    event.preventDefault()
    if (document.activeElement !== input) enter(document.activeElement)
  } else if (event.key === "Escape" && isOpen() && !event.isComposing) {
    leave()
  }
})

for (const button of document.querySelectorAll("#search-open, [data-search-open]")) {
  button.addEventListener("click", () => enter(button))
}
document.getElementById("search-close").addEventListener("click", leave)
document.getElementById("search-clear").addEventListener("click", () => {
  input.value = ""
  input.focus()
  ask()
})

// The page comes back without it, also from the browser's history. A link that opens elsewhere leaves it open.
panel.addEventListener("click", event => {
  if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) close()
})
panel.addEventListener("mousedown", event => event.preventDefault())  // The focus stays in the field.
for (const type of ["pointerdown", "focusin"]) {
  document.addEventListener(type, event => {
    if (isOpen() && !box.contains(event.target)) close()
  })
}
