// What a search found, as options of the list below the field, and which of them is active.

const SITE = new URL("../../../", import.meta.url)

const list = document.getElementById("search-results")
let active = -1

/** Show hits, the first of them active; returns the id of the active option or "". */
export function show(hits) {
  list.replaceChildren(...hits.map(option))
  list.hidden = !hits.length
  return activate(0)
}

/** Make the next option active (by 1) or the one before (by -1), round and round; returns its id. */
export function move(by) {
  const count = list.children.length
  return activate(count ? (active + by + count) % count : 0)
}

/** The link that Enter follows. */
export function current() {
  return list.children[active]
}

function activate(index) {
  current()?.setAttribute("aria-selected", "false")
  active = index
  const chosen = current()
  if (!chosen) return ""
  chosen.setAttribute("aria-selected", "true")
  chosen.scrollIntoView({ block: "nearest" })
  return chosen.id
}

// A link may be an option, so that it opens in a new tab as links do. It is no stop of the Tab key: the arrows lead here.
function option({ path, title, section, trail, snippet }, index) {
  const link = element("a", "search-result", { id: `search-result-${index}`, href: new URL(path, SITE).href, role: "option", tabIndex: -1 })
  link.setAttribute("aria-selected", "false")
  const name = element("span", "search-result__name")
  name.append(...pieces(title))
  link.append(name)
  if (section.length) {
    const part = element("span", "search-result__section")
    part.append(...pieces(section))
    link.append(part)
  }
  if (trail.length) link.append(element("span", "search-result__trail", { textContent: trail.join(" / ") }))
  if (snippet.length) {
    const text = element("span", "search-result__text")
    text.append(...pieces(snippet))
    link.append(text)
  }
  return link
}

function pieces(texts) {
  return texts.map(([text, isFound]) => isFound ? element("mark", "", { textContent: text }) : text)
}

function element(name, className, properties = {}) {
  return Object.assign(document.createElement(name), className && { className }, properties)
}
