import streamlit as st

BOOKINGS = {"FOX-482": "Ada, window seat", "OWL-017": "Grace, aisle seat"}

_code_field = st.components.v2.component(
    "code_field",
    html="""
        <label for="code"></label>
        <input id="code" type="text" maxlength="7" autocomplete="off" aria-describedby="hint">
        <p id="hint"></p>
    """,
    css="""
        label { display: block; font-size: 0.875rem; margin-bottom: 0.25rem; }
        input {
            background: var(--st-secondary-background-color);
            border: 1px solid var(--st-widget-border-color);
            border-radius: var(--st-base-radius);
            box-sizing: border-box;
            color: var(--st-text-color);
            font: 600 1.25rem var(--st-code-font);
            letter-spacing: 0.1em;
            padding: 0.5rem 0.75rem;
            width: 100%;
        }
        input:focus {
            border-color: var(--st-primary-color);
            outline: 1px solid var(--st-primary-color);
        }
        p { color: var(--st-gray-text-color); font-size: 0.875rem; margin: 0.25rem 0 0; }
    """,
    js="""
        const tidy = (text) => {
            const code = text.toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, 6)
            return code.length > 3 ? `${code.slice(0, 3)}-${code.slice(3)}` : code
        }

        export default function ({ data, parentElement, setTriggerValue }) {
            const field = parentElement.querySelector("input")
            const hint = parentElement.querySelector("p")
            const show = () => {
                const missing = 6 - field.value.replace("-", "").length
                hint.textContent = missing > 0 ? `${missing} to go` : "Complete"
            }

            parentElement.querySelector("label").textContent = data.label
            if (field.dataset.version !== String(data.version)) {
                field.dataset.version = data.version
                field.value = data.code
            }
            field.oninput = () => {
                const typing = field.selectionStart === field.value.length
                if (typing) field.value = tidy(field.value)
                show()
            }
            field.onchange = () => {
                field.value = tidy(field.value)
                show()
                setTriggerValue("entered", { code: field.value, version: data.version })
            }
            show()
        }
    """,
)


def code_field(label, *, key):
    """Show the field; return its code."""
    kept = st.session_state.setdefault(f"{key}-kept", {"code": "", "version": 0})

    def keep():
        entry = st.session_state[key].entered
        if entry["version"] == kept["version"]:
            kept["code"] = entry["code"]

    _code_field(key=key, data={"label": label, **kept}, on_entered_change=keep)
    return kept["code"]


def set_code(key, code):
    kept = st.session_state[f"{key}-kept"]
    kept.update(code=code, version=kept["version"] + 1)


code = code_field("Booking code", key="booking")
with st.container(horizontal=True):
    st.button("Show an example", on_click=set_code, args=("booking", "FOX-482"))
    st.button("Clear", on_click=set_code, args=("booking", ""))

if code:
    st.write(BOOKINGS.get(code, "There is no such booking."))
