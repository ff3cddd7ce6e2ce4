# alt: Graph: Draft leads to Review and back, Review leads to Publish
import streamlit as st

st.graphviz_chart(
    """
    digraph {
        rankdir=LR
        node [shape=box style=rounded]
        Draft -> Review -> Publish
        Review -> Draft
    }
    """
)
