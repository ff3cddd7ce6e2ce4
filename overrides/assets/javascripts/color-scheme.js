// The color scheme button: system, the other scheme, this scheme, and round again.
// The first press always changes something. The choice is stored; "system" stores nothing.

const KEY = "streamlit-docs.color-scheme"
const NAMES = { default: "Change to light mode", slate: "Change to dark mode", system: "Follow the system's color scheme" }
const COLORS = { default: "#ffffff", slate: "#0e1117" }

const button = document.getElementById("color-scheme")
const systemIsDark = matchMedia("(prefers-color-scheme: dark)")

function current() {
  return document.body.dataset.mdColorScheme
}

function next() {
  const order = systemIsDark.matches ? ["system", "default", "slate"] : ["system", "slate", "default"]
  return order[(order.indexOf(current()) + 1) % order.length]
}

function show() {
  button.dataset.scheme = current()
  button.ariaLabel = button.title = NAMES[next()]
  const isDark = current() === "slate" || (current() === "system" && systemIsDark.matches)
  themeColor.content = COLORS[isDark ? "slate" : "default"]
}

function store(scheme) {
  try {
    if (scheme === "system") localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, scheme)
  } catch {
    // Storage is blocked: the choice holds for this page.
  }
}

const themeColor = document.createElement("meta")
themeColor.name = "theme-color"
document.head.append(themeColor)

button.addEventListener("click", () => {
  document.body.dataset.mdColorScheme = next()
  store(current())
  show()
})
systemIsDark.addEventListener("change", show)

function follow(scheme) {
  document.body.dataset.mdColorScheme = scheme ?? "system"
  show()
}

// Another tab changed it, or the reader did after the browser had made this page ahead of a click.
addEventListener("storage", event => {
  if (event.key === KEY) follow(event.newValue)
})
document.addEventListener("prerenderingchange", () => {
  try {
    follow(localStorage.getItem(KEY))
  } catch {
    // Storage is blocked: the scheme stays as it is.
  }
})

show()
button.hidden = false
