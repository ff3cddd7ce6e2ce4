// The table of contents marks the section that is being read.

const links = [...document.querySelectorAll(".page-toc__link")]
const contents = document.getElementById("page-toc")
// A heading that a link leads to stands a little below the upper edge (scroll-padding); it is being read then.
const TOLERANCE = 8

let current = null
let isWaiting = false

function headingOf(link) {
  return document.getElementById(decodeURIComponent(link.hash.slice(1)))
}

function mark() {
  isWaiting = false
  const edge = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + TOLERANCE
  const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 1
  // At the end of the page, what the reader asked for cannot come up to the edge.
  const asked = isAtEnd ? links.find(link => link.hash === location.hash) : null
  const read = links.findLast(link => headingOf(link).getBoundingClientRect().top <= edge)
  const next = asked && links.indexOf(asked) > links.indexOf(read) ? asked : read
  if (next === current) return
  current?.removeAttribute("aria-current")
  current = next
  current?.setAttribute("aria-current", "location")
  if (current) reveal(current)
}

/** Scroll the table of contents, and nothing but it. */
function reveal(link) {
  const box = contents.getBoundingClientRect()
  const place = link.getBoundingClientRect()
  if (place.top < box.top || place.bottom > box.bottom) contents.scrollTop += place.top - box.top - box.height / 2
}

function markSoon() {
  if (!isWaiting) requestAnimationFrame(mark)
  isWaiting = true
}

if (links.length) {
  for (const type of ["scroll", "resize", "hashchange", "load"]) addEventListener(type, markSoon, { passive: true })
  mark()
}
