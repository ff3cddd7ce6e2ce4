"""Addresses that several browser tests visit, below the site's root."""

SESSION_STATE = "develop/api-reference/caching-and-state/st.session_state/"
CACHE_DATA = "develop/api-reference/caching-and-state/st.cache_data/"
TEXT_ELEMENTS = "develop/api-reference/text/"
