"""Scripts to begin a page with: a consent answer, for tests that the banner would be in the way of; a page made ahead."""

REJECTED = """try {
  localStorage.setItem("streamlit-docs.consent", JSON.stringify({ analytics: false, video: false, time: Date.now() }))
} catch {}"""

# As in a page that the browser makes ahead of a click, which no page that tests look at can be: `arrive()` is the click.
MADE_AHEAD = """
  let ahead = true
  Object.defineProperty(Document.prototype, "prerendering", { get: () => ahead })
  window.arrive = () => { ahead = false; document.dispatchEvent(new Event("prerenderingchange")) }
"""
