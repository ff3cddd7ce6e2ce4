"""A consent answer to begin with, for tests that the banner would be in the way of."""

REJECTED = """try {
  localStorage.setItem("streamlit-docs.consent", JSON.stringify({ analytics: false, video: false, time: Date.now() }))
} catch {}"""
