"""The whole outfit for an activity: every layer from skin to shell, head to foot, and the pack, within one budget.

``report.compose`` is the outfit as data, ``answer.outfit`` the same with its words; ``schema`` and ``rules`` are the
form of the knowledge it rests on.
"""
