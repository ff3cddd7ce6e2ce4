// `[Title](https://www.youtube.com/watch?v=…){ .video }` is a link; here it becomes a play button. The player
// is loaded when the reader presses it, and only with consent to embedded video, or for this once.

for (const link of document.querySelectorAll("a.video[href*='youtube.com/watch']")) makePlayable(link)

function makePlayable(link) {
  const id = new URL(link.href).searchParams.get("v")
  const title = link.textContent.trim()
  const place = element("div", { className: "video" })
  const play = element("button", { type: "button", className: "video__play", textContent: `Play video: ${title}` })
  const source = element("p", { className: "video__source" })
  source.append(element("a", { href: link.href, textContent: "Watch on YouTube" }))
  play.addEventListener("click", () => {
    if (window.siteConsent.allows("video")) load(place, id, title)
    else ask(place, id, title)
  })
  place.append(play)
  link.closest("p").replaceWith(place, source)
}

function ask(place, id, title) {
  const box = element("div", { className: "video__ask", tabIndex: -1 })
  const actions = element("div", { className: "consent__actions" })
  const once = element("button", { type: "button", className: "button", textContent: "Play this once" })
  const always = element("button", { type: "button", className: "button", textContent: "Always allow videos" })
  once.addEventListener("click", () => load(place, id, title))
  always.addEventListener("click", () => {
    window.siteConsent.allow("video")
    load(place, id, title)
  })
  actions.append(once, always)
  box.append(
    element("p", { textContent: "Playing this loads YouTube (Google), which learns your address and may store cookies." }),
    actions,
  )
  place.replaceChildren(box)
  box.focus()
}

function load(place, id, title) {
  const player = element("iframe", {
    src: `https://www.youtube-nocookie.com/embed/${encodeURIComponent(id)}?autoplay=1`,
    title,
    allow: "autoplay; encrypted-media; picture-in-picture; fullscreen",
    referrerPolicy: "strict-origin-when-cross-origin",
  })
  place.replaceChildren(player)
  player.focus()
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties)
}
