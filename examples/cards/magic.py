import pandas as pd

planets = pd.DataFrame({"Planet": ["Earth", "Mars"], "Days": [365, 687]})

"The longest year has", planets["Days"].max(), "days."

planets
