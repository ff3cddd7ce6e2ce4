import streamlit as st

_danger_button = st.components.v2.component(
    "danger_button",
    html="""
        <button type="button" class="ask"></button>
        <div role="alertdialog" hidden>
            <p></p>
            <button type="button" class="keep"></button>
            <button type="button" class="confirm"></button>
            <div class="time"></div>
        </div>
    """,
    css="""
        button {
            background: transparent;
            border: 1px solid var(--st-red-text-color);
            border-radius: var(--st-button-radius);
            color: var(--st-red-text-color);
            cursor: pointer;
            font: inherit;
            min-height: 2.5rem;
            padding: 0.25rem 1rem;
        }
        button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
        .keep { border-color: var(--st-text-color); color: var(--st-text-color); }
        .confirm {
            background: var(--st-red-text-color);
            color: var(--st-background-color);
            font-weight: 600;
        }
        div[role] {
            background: var(--st-red-background-color);
            border-radius: var(--st-base-radius);
            padding: 1rem;
        }
        p { margin: 0 0 0.75rem; }
        .time {
            animation: run-out var(--seconds) linear forwards;
            background: var(--st-red-text-color);
            height: 3px;
            margin-top: 1rem;
            transform-origin: left;
        }
        @keyframes run-out { to { transform: scaleX(0); } }
        @media (prefers-reduced-motion: reduce) { .time { display: none; } }
    """,
    js="""
        const timers = new Map()

        export default function ({ data, key, parentElement, setTriggerValue }) {
            const part = (selector) => parentElement.querySelector(selector)
            const ask = part(".ask")
            const dialog = part("[role=alertdialog]")

            ask.textContent = data.label
            dialog.ariaLabel = part("p").textContent = data.question
            part(".keep").textContent = data.keep
            part(".confirm").textContent = data.confirm
            part(".time").hidden = !data.seconds
            dialog.style.setProperty("--seconds", `${data.seconds}s`)

            const close = () => {
                clearTimeout(timers.get(key))
                const hadFocus = dialog.matches(":focus-within")
                dialog.hidden = true
                ask.hidden = false
                if (hadFocus) ask.focus()
            }
            ask.onclick = () => {
                ask.hidden = true
                dialog.hidden = false
                part(".keep").focus()
                if (data.seconds) timers.set(key, setTimeout(close, data.seconds * 1000))
            }
            part(".keep").onclick = close
            part(".confirm").onclick = () => {
                close()
                setTriggerValue("confirmed", true)
            }
            dialog.onkeydown = (event) => {
                if (event.key === "Escape") close()
            }

            return () => clearTimeout(timers.get(key))
        }
    """,
)


def danger_button(label, question, *, confirm, keep="Cancel", seconds=30, key, on_confirm):
    """Show a button that asks before it calls `on_confirm`."""
    _danger_button(
        key=key,
        data={
            "label": label,
            "question": question,
            "confirm": confirm,
            "keep": keep,
            "seconds": seconds,
        },
        on_confirmed_change=on_confirm,
    )


st.session_state.setdefault("readings", [21.4, 21.9, 22.3])


def delete_readings():
    st.session_state.readings = []


count = len(st.session_state.readings)
st.write(f"{count} readings")
if count:
    danger_button(
        "Delete all",
        f"Delete {count} readings? They cannot be restored.",
        confirm=f"Delete {count} readings",
        keep="Keep them",
        key="delete-readings",
        on_confirm=delete_readings,
    )
