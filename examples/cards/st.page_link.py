import streamlit as st

pages = [
    st.Page("page_1.py", title="Recipes", icon=":material/menu_book:"),
    st.Page("page_2.py", title="Shopping list", icon=":material/checklist:"),
]
st.navigation(pages, position="hidden")

for page in pages:
    st.page_link(page)
st.page_link("https://example.com", label="Blog", icon=":material/open_in_new:")
