# alt: Embedded page with a crescent: The moon tonight
import streamlit as st

st.iframe(
    """
    <body style="background: #0f2d52; color: white; font: 16px serif; margin: 0">
      <canvas id="moon" width="328" height="130"></canvas>
      <script>
        const sky = document.getElementById("moon").getContext("2d");
        const disc = (x, radius, color) => {
          sky.fillStyle = color;
          sky.beginPath();
          sky.arc(x, 65, radius, 0, 7);
          sky.fill();
        };
        disc(80, 45, "#ffe9a8");
        disc(100, 40, "#0f2d52");
        sky.fillStyle = "white";
        sky.font = "22px serif";
        sky.fillText("The moon tonight", 150, 72);
      </script>
    </body>
    """,
    height=130,
    alt="The moon tonight",
)
