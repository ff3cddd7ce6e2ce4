import streamlit as st

_seat_counter = st.components.v2.component(
    "seat_counter",
    html="""
        <div role="group">
            <button type="button" class="fewer" aria-label="One seat fewer">−</button>
            <output></output>
            <button type="button" class="more" aria-label="One seat more">+</button>
            <button type="button" class="wait">Join the waiting list</button>
        </div>
    """,
    css="""
        [role="group"] { align-items: center; display: flex; flex-wrap: wrap; gap: 0.5rem; }
        output { min-width: 8rem; text-align: center; }
        button {
            background: var(--st-secondary-background-color);
            border: 1px solid var(--st-widget-border-color);
            border-radius: var(--st-button-radius);
            color: var(--st-text-color);
            cursor: pointer;
            font: inherit;
            min-height: 2.5rem;
            min-width: 2.5rem;
        }
        button:hover { border-color: var(--st-primary-color); }
        button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
        [aria-disabled="true"] { cursor: not-allowed; opacity: 0.5; }
        .wait { padding: 0 1rem; }
    """,
    js="""
        export default function (component) {
            const { data, parentElement, setStateValue, setTriggerValue } = component
            const part = (selector) => parentElement.querySelector(selector)
            const group = part("[role=group]")
            group.ariaLabel = data.label
            group.dataset.count ??= data.count

            const show = () => {
                const count = Number(group.dataset.count)
                part("output").textContent = `${count} of ${data.seats} seats`
                part(".fewer").ariaDisabled = String(count <= 0)
                part(".more").ariaDisabled = String(count >= data.seats)
                part(".wait").hidden = count < data.seats
            }
            const change = (step) => {
                const count = Number(group.dataset.count) + step
                if (count < 0 || count > data.seats) return
                group.dataset.count = count
                show()
                setStateValue("count", count)
            }
            part(".fewer").onclick = () => change(-1)
            part(".more").onclick = () => change(1)
            part(".wait").onclick = () => setTriggerValue("waiting", true)
            show()
        }
    """,
)


def seat_counter(label, seats, *, key, on_waiting=lambda: None):
    """Let the visitor choose seats; return how many."""
    count = st.session_state.get(key, {}).get("count", 0)
    result = _seat_counter(
        key=key,
        data={"label": label, "seats": seats, "count": count},
        default={"count": 0},
        on_count_change=lambda: None,
        on_waiting_change=on_waiting,
    )
    return min(max(int(result.count), 0), seats)


def join_waiting_list():
    st.session_state.waiting = True


chosen = seat_counter("Seats", 3, key="seats", on_waiting=join_waiting_list)
st.metric("To pay", f"€{chosen * 12}")
if st.session_state.get("waiting"):
    st.write("You are on the waiting list.")
