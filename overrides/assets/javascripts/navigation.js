// The sidebar: groups that open in place, and the drawer and table of contents on small screens.

const sidebar = document.getElementById("site-nav")

sidebar.addEventListener("click", event => {
  const toggle = event.target.closest(".site-nav__toggle")
  if (toggle) toggle.ariaExpanded = toggle.ariaExpanded === "true" ? "false" : "true"
})

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
