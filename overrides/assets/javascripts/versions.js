// Versions side by side: the selector in the header, and a notice where a page is not of the latest version.
// mike lists the versions in versions.json, one level above the site (https://github.com/jimporter/mike).

const selector = document.getElementById("versions")
const notice = document.getElementById("version-notice")
const site = new URL(".", document.querySelector(".site-logo").href)
const all = new URL("..", site)

// Without the list nothing is offered: a version may stand alone, as before it is published.
if (selector) offer().catch(() => {})

async function offer() {
  const versions = JSON.parse(await read(new URL("versions.json", all)))
  const named = name => versions.find(({ version, aliases }) => version === name || aliases.includes(name))
  const own = site.pathname.slice(all.pathname.length, -1)
  const shown = named(own)
  if (!shown) return

  // The 404 page stands for any address: of any version, and from before there were versions.
  const [, asked, rest] = location.pathname.slice(all.pathname.length).match(/^([^/]*)\/?(.*)$/)
  const path = (named(asked) ? rest : `${asked}/${rest}`).replace(/([^/])$/, "$1/")
  const offered = versions.filter(version => version === shown || !version.properties?.hidden)
  if (offered.length > 1) select(offered, shown, path)
  const latest = named(selector.dataset.latest)
  if (latest && (shown !== latest || asked !== own)) remind(latest, shown, await find(path, latest))
}

async function read(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.text()
}

/** Whether a version has the page, and the page's address there; where it has not, that of its home page. */
async function find(path, { version }) {
  const home = new URL(`${version}/`, all)
  const text = await read(new URL("sitemap.xml", home)).catch(() => "")
  const sitemap = new DOMParser().parseFromString(text, "application/xml")
  const pages = [...sitemap.querySelectorAll("loc")].map(element => element.textContent)
  // The site may be served from another host than it was built for; the home page has the shortest address.
  const root = pages.reduce((shortest, page) => page.length < shortest.length ? page : shortest, pages[0])
  const exists = pages.includes(root + path)
  return { exists, address: exists ? new URL(path + location.hash, home) : home }
}

// --- The selector -----------------------------------------------------------------

function select(versions, shown, path) {
  const [summary, list] = selector.children
  summary.lastElementChild.textContent = shown.title
  list.replaceChildren(...versions.map(version => entry(version, version === shown, path)))
  selector.hidden = false

  selector.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !selector.open) return
    selector.open = false
    summary.focus()
  })
  for (const type of ["pointerdown", "focusin"]) {
    document.addEventListener(type, event => {
      if (!selector.contains(event.target)) selector.open = false
    })
  }
}

function entry(version, isShown, path) {
  const link = document.createElement("a")
  link.href = new URL(`${version.version}/`, all)
  link.append(version.title)
  if (isShown) link.ariaCurrent = "true"
  for (const alias of version.aliases) {
    const mark = document.createElement("span")
    mark.textContent = alias
    link.append(" ", mark)
  }
  link.addEventListener("click", async event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    selector.open = false
    location.assign((await find(path, version)).address)
  })
  const item = document.createElement("li")
  item.append(link)
  return item
}

// --- The notice -------------------------------------------------------------------

function remind(latest, shown, { exists, address }) {
  if (latest === shown && !exists) return
  const link = document.createElement("a")
  link.href = address
  link.textContent = `see ${exists ? "this page" : "the home page"} for ${latest.title}`
  notice.append(latest === shown ? "Found elsewhere: " : "Not the latest version: ", link)
  notice.hidden = false
}
