import streamlit as st

_radial_menu = st.components.v2.component(
    "radial_menu",
    html="""
        <div class="wheel">
            <button type="button" class="hub" tabindex="0" aria-haspopup="menu"></button>
            <div role="menu" hidden></div>
        </div>
    """,
    css="""
        .wheel { height: 15rem; position: relative; width: 15rem; }
        button {
            background: var(--st-secondary-background-color);
            border: 1px solid var(--st-widget-border-color);
            border-radius: 50%;
            color: var(--st-text-color);
            cursor: pointer;
            font: inherit;
            height: 3rem;
            left: 50%;
            padding: 0;
            position: absolute;
            top: 50%;
            translate: -50% -50%;
            width: 3rem;
        }
        button:hover { border-color: var(--st-primary-color); }
        button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
        .hub { font-weight: 600; height: 5.5rem; width: 5.5rem; }
        [role="menu"] { inset: 0; position: absolute; pointer-events: none; }
        [role="menuitemradio"] {
            animation: open 0.15s ease-out;
            pointer-events: auto;
            transform: translate(calc(sin(var(--angle)) * 6rem), calc(cos(var(--angle)) * -6rem));
        }
        [aria-checked="true"] {
            background: var(--st-blue-background-color);
            border: 2px solid var(--st-blue-text-color);
            color: var(--st-blue-text-color);
            font-weight: 600;
        }
        @keyframes open { from { opacity: 0; transform: none; } }
        @media (prefers-reduced-motion: reduce) { [role="menuitemradio"] { animation: none; } }
    """,
    js="""
        export default function ({ data, parentElement, setStateValue }) {
            const wheel = parentElement.querySelector(".wheel")
            const hub = wheel.querySelector(".hub")
            const menu = wheel.querySelector("[role=menu]")
            const names = Object.keys(data.options)

            const show = (open) => {
                menu.hidden = !open
                hub.ariaExpanded = String(open)
            }
            const choose = (name) => {
                setStateValue("chosen", name)
                show(false)
                hub.focus()
            }

            while (menu.children.length > names.length) menu.lastElementChild.remove()
            const items = names.map((name, index) => {
                const item =
                    menu.children[index] ?? menu.appendChild(document.createElement("button"))
                item.type = "button"
                item.role = "menuitemradio"
                item.tabIndex = -1
                item.textContent = name
                item.ariaLabel = data.options[name]
                item.ariaChecked = String(name === data.chosen)
                item.style.setProperty("--angle", `${(360 / names.length) * index}deg`)
                item.onclick = () => choose(name)
                return item
            })
            menu.ariaLabel = data.label
            hub.textContent = data.chosen ?? data.label
            hub.ariaLabel = `${data.label}: ${data.options[data.chosen] ?? "not chosen"}`
            hub.ariaExpanded = String(!menu.hidden)

            const focus = (index) => items.at(index % items.length).focus()
            hub.onclick = () => {
                show(menu.hidden)
                if (!menu.hidden) focus(Math.max(0, names.indexOf(data.chosen)))
            }
            menu.onkeydown = (event) => {
                const at = items.indexOf(event.target)
                const goTo = {
                    ArrowRight: at + 1,
                    ArrowDown: at + 1,
                    ArrowLeft: at - 1,
                    ArrowUp: at - 1,
                    Home: 0,
                    End: -1,
                }
                if (["Escape", "Tab"].includes(event.key)) {
                    show(false)
                    hub.focus()
                } else if (event.key in goTo) {
                    event.preventDefault()
                    focus(goTo[event.key])
                }
            }
            wheel.onfocusout = (event) => {
                if (!wheel.contains(event.relatedTarget)) show(false)
            }
        }
    """,
)


def radial_menu(label, options, *, key):
    """Show the options around a button; return the chosen one, or None."""
    chosen = st.session_state.get(key, {}).get("chosen")
    result = _radial_menu(
        key=key,
        data={"label": label, "options": options, "chosen": chosen},
        on_chosen_change=lambda: None,
    )
    return result.chosen if result.chosen in options else None


NAMES = ["North", "Northeast", "East", "Southeast", "South", "Southwest", "West", "Northwest"]
WINDS = dict(zip(["N", "NE", "E", "SE", "S", "SW", "W", "NW"], NAMES, strict=True))

wind = radial_menu("Wind from", WINDS, key="wind")
if wind:
    st.write(f"Wind from the {WINDS[wind].lower()}.")
