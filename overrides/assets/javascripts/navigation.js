// The sidebar: groups that open in place, and the drawer and table of contents on small screens.

const sidebar = document.getElementById("site-nav")

sidebar.addEventListener("click", async event => {
  const toggle = event.target.closest(".site-nav__toggle")
  if (!toggle) return
  const opens = toggle.ariaExpanded !== "true"
  toggle.ariaExpanded = opens
  const list = toggle.nextElementSibling
  if (opens && !list.hasChildNodes()) await fill(list).catch(() => location.assign(toggle.previousElementSibling.href))
})

// A page has the branch of the tree that it is on; the others come from the document that has all of it.
let tree

const loadTree = () => tree ??= (async () => {
  const address = new URL("sidebar.html", document.querySelector(".site-logo").href)
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  const all = new DOMParser().parseFromString(await response.text(), "text/html")
  for (const link of all.links) {
    link.href = new URL(link.getAttribute("href"), address).href
    link.removeAttribute("id")
  }
  return all
})()

async function fill(list) {
  const all = await loadTree()
  if (!list.hasChildNodes()) list.replaceChildren(...all.getElementById(list.id).cloneNode(true).children)
}

// In the offline site, a page has all of it.
if (sidebar.querySelector(".site-nav__group > ul:empty")) {
  for (const approach of ["pointerover", "focusin"]) sidebar.addEventListener(approach, () => loadTree().catch(() => tree = undefined), { once: true })
}

// Bring the current page into view, without moving the page itself; again when the drawer opens.
const here = sidebar.querySelector("[aria-current]")

function reveal() {
  if (!here) return
  const below = here.getBoundingClientRect().top - sidebar.getBoundingClientRect().top
  if (below > sidebar.clientHeight * 0.8) sidebar.scrollTop += below - sidebar.clientHeight / 2
}

reveal()
sidebar.addEventListener("toggle", reveal)

// A drawer closes when a link in it is followed, also one to this very page, and on a screen with room for it.
for (const popover of document.querySelectorAll("[popover]")) {
  popover.addEventListener("click", event => {
    if (event.target.closest("a") && popover.matches(":popover-open")) popover.hidePopover()
  })
  matchMedia("(min-width: 1024px)").addEventListener("change", () => {
    if (popover.matches(":popover-open")) popover.hidePopover()
  })
}
