// Cookie consent: asks once, keeps the answer for 180 days, and loads nothing of a third party before.
// Others read the answer through `siteConsent.allows("video")` and the event "site-consent" on document.

const KEY = "streamlit-docs.consent"
const DAYS = 180
const CATEGORIES = ["analytics", "video"]

const banner = document.getElementById("consent")
const settings = document.getElementById("consent-settings")
const settingsButton = banner.querySelector("[data-consent=settings]")
const saveButton = banner.querySelector("[data-consent=save]")
let answer = read()
let opener = null
let analyticsLoaded = false

/** The stored answer, or null where there is none, it is not readable, or it is too old. */
function read() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY))
    const age = Date.now() - stored.time
    return age >= 0 && age < DAYS * 24 * 60 * 60 * 1000 ? stored : null
  } catch {
    return null
  }
}

function write(choices) {
  answer = { ...choices, time: Date.now() }
  try {
    localStorage.setItem(KEY, JSON.stringify(answer))
  } catch {
    // Storage is blocked: the answer holds for this page.
  }
}

function allows(category) {
  return answer?.[category] === true
}

function showSettings(isShown) {
  settings.hidden = saveButton.hidden = !isShown
  settingsButton.ariaExpanded = String(isShown)
  for (const name of CATEGORIES) settings.elements[name].checked = allows(name)
}

function show() {
  banner.hidden = false
}

function hide() {
  banner.hidden = true
  showSettings(false)
  if (opener?.isConnected) opener.focus()
  opener = null
}

function decide(choices) {
  const stopsAnalytics = analyticsLoaded && !choices.analytics
  write(choices)
  hide()
  // What runs cannot be unloaded: start the page again without it.
  if (stopsAnalytics) location.reload()
  else apply()
}

function apply() {
  if (allows("analytics")) loadAnalytics(banner.dataset.analytics)
  document.dispatchEvent(new CustomEvent("site-consent"))
}

function loadAnalytics(property) {
  if (!property || analyticsLoaded) return
  analyticsLoaded = true
  window.dataLayer = window.dataLayer || []
  window.gtag = function () { window.dataLayer.push(arguments) }
  window.gtag("js", new Date())
  window.gtag("config", property)
  const script = document.createElement("script")
  script.async = true
  script.src = `https://www.googletagmanager.com/gtag/js?id=${encodeURIComponent(property)}`
  document.head.append(script)
}

const actions = {
  accept: () => decide({ analytics: true, video: true }),
  reject: () => decide({ analytics: false, video: false }),
  save: () => decide(Object.fromEntries(CATEGORIES.map(name => [name, settings.elements[name].checked]))),
  settings: button => {
    if (banner.contains(button)) {
      showSettings(settings.hidden)
    } else {
      opener = button
      show()
      showSettings(true)
      banner.focus()
    }
  },
}

document.addEventListener("click", event => {
  const button = event.target.closest?.("[data-consent]")
  if (button) actions[button.dataset.consent](button)
})

// Esc closes what the reader opened; the first question stays until it is answered or ignored.
banner.addEventListener("keydown", event => {
  if (event.key !== "Escape" || !opener) return
  if (answer) hide()
  else showSettings(false)
})

settings.addEventListener("submit", event => event.preventDefault())

window.siteConsent = { allows, allow: category => { write({ analytics: false, video: false, ...answer, [category]: true }); banner.hidden = true; apply() } }

// A page that the browser makes ahead of a click begins when the reader comes: by then there may be an answer, and a
// visit that does not take place is not counted.
function begin() {
  answer = read()
  if (answer) apply()
  else show()
}

if (document.prerendering) document.addEventListener("prerenderingchange", begin, { once: true })
else begin()
