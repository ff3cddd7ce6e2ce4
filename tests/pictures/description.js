// What an app consists of, in the order of the page: the kind of each element (Streamlit's name for it, or its role)
// and the words in it. description.py makes a sentence of them.

(() => {
  const test = (...ids) => ids.map(id => `[data-testid="${id}"]`).join(", ")

  // Elements; and what is no element of its own: titles of dialogs, toasts, opened lists, tabs, pages in the sidebar.
  const PLACES = [
    test("stElementContainer", "stToast", "stSidebarNavLink", "stPopoverButton"),
    '[data-testid="stExpander"] summary, [data-testid="stPopover"] > div > button',
    '[role="dialog"] :is(h1, h2, h3), [role="listbox"], [role="tab"]',
  ].join(", ")

  // What stands around an element, or says nothing of it.
  const FRAME = `${test("stFullScreenFrame", "stTooltipHoverTarget", "stTooltipIcon")},
    [data-testid^="stElementToolbar"], [data-testid^="stBaseButton-elementToolbar"]`
  const NO_WORDS = `[data-testid^="stElementToolbar"], style, script, svg, canvas, .katex-mathml, table[role=grid],
    [data-testid="stHeadingWithActionElements"] a, [data-testid="stException"] :is(a, button),
    [data-testid*="Icon"], [translate="no"], [role="spinbutton"]:not(input)`
  const FIELDS = "input:not([type=file], [type=checkbox], [type=radio]), textarea"

  const texts = (place, selector) => [...place.querySelectorAll(selector)].map(e => e.textContent.trim()).filter(Boolean)

  function kind(place) {
    if (place.dataset.testid !== "stElementContainer") {
      return place.dataset.testid ?? place.getAttribute("role") ?? place.tagName
    }
    return place.querySelector(`[data-testid^="st"]:not(${FRAME})`)?.dataset.testid ?? ""
  }

  function label(place) {
    const named = place.querySelector("[aria-label]:is(figure, [role=figure], [role=img]):not([data-testid*=Icon], [translate=no])")
    return named?.ariaLabel ?? place.querySelector("img[alt]")?.alt
  }

  function ownText(place) {
    const copy = place.cloneNode(true)
    copy.querySelectorAll(NO_WORDS).forEach(e => e.remove())
    copy.querySelectorAll("p, div, li, button, label, span, td, th, h1, h2, h3, h4").forEach(e => e.append(" "))
    return copy.textContent
  }

  function words(place) {
    const legend = texts(place, ".role-legend text, .role-axis-title text, .legendtext, .gtitle")
    const columns = texts(place, "[role=grid] [role=columnheader]")
    const values = [...place.querySelectorAll(FIELDS)]
      .filter(field => !field.closest('[data-testid="stTooltipHoverTarget"]'))
      .map(field => field.value || field.placeholder)
    return [label(place), ...legend, ...columns, legend.length ? "" : ownText(place), ...values].filter(Boolean).join(", ")
  }

  return [...document.querySelectorAll(PLACES)].filter(place => place.checkVisibility()).map(place => [kind(place), words(place)])
})()
