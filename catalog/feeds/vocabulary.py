"""The words a file may use that no reference file lists."""

ACTIVITIES = (
    "alpine-skiing", "freeride", "ski-touring", "nordic-skiing", "snowshoeing", "winter-hiking", "mountaineering",
    "ice-climbing", "via-ferrata", "climbing", "hiking", "trekking", "trail-running", "camping", "snow-play", "travel",
    "everyday",
)  # fmt: skip
MARKETS = ("eu", "jp", "kr")
KEPT, SET_ASIDE = "kept", "set-aside"
