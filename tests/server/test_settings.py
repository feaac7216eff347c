from __future__ import annotations

import pytest

from server.settings import Settings, SettingsError, from_environment

GOOD = {"CORDEE_SECRET_KEY": "x" * 32}


def test_it_needs_a_secret_outside_the_demonstration() -> None:
    with pytest.raises(SettingsError, match="CORDEE_SECRET_KEY must be a secret of at least 32 characters"):
        from_environment({})


def test_it_refuses_a_short_secret() -> None:
    with pytest.raises(SettingsError, match="CORDEE_SECRET_KEY"):
        from_environment({"CORDEE_SECRET_KEY": "short"})


@pytest.mark.parametrize("bind", ["0.0.0.0", "::", "192.168.1.20", "cordee.example"])  # noqa: S104
def test_it_refuses_a_demonstration_that_others_can_reach(bind: str) -> None:
    with pytest.raises(SettingsError, match="loopback"):
        from_environment({"CORDEE_DEMONSTRATION": "1", "CORDEE_BIND": bind})


@pytest.mark.parametrize("bind", ["127.0.0.1", "127.0.0.9", "::1", "[::1]", "localhost"])
def test_it_opens_the_demonstration_on_loopback(bind: str) -> None:
    settings = from_environment({"CORDEE_DEMONSTRATION": "1", "CORDEE_BIND": bind, "PORT": "8123"})
    assert settings.demonstration
    assert settings.public_url == "http://127.0.0.1:8123"
    assert settings.cookie_name == "cordee"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("PORT", "eighty", "a whole number from 1 to 65535"),
        ("PORT", "70000", "a whole number from 1 to 65535"),
        ("PORT", "٣", "a whole number from 1 to 65535"),
        ("CORDEE_DEMONSTRATION", "yes", "0 or 1"),
        ("CORDEE_DATABASE_URL", "mysql://x", "sqlite:/// or postgresql://"),
        ("CORDEE_PUBLIC_URL", "cordee.example", "https://cordee.example"),
        ("CORDEE_REDIS_URL", "http://x", "redis://"),
        ("CORDEE_PROXIES", "-1", "a whole number from 0 to 5"),
        ("CORDEE_LOG_LEVEL", "loud", "one of debug, info, warning, error"),
        ("CORDEE_UPLOAD_MEGABYTES", "0", "a whole number from 1 to 200"),
    ],
)
def test_it_refuses_a_bad_value_with_a_sentence(name: str, value: str, sentence: str) -> None:
    with pytest.raises(SettingsError) as refusal:
        from_environment({**GOOD, name: value})
    assert name in refusal.value.sentence
    assert sentence in refusal.value.sentence


def test_it_refuses_a_setting_that_does_not_exist() -> None:
    with pytest.raises(SettingsError, match="CORDEE_SECRETKEY is not a setting"):
        from_environment({**GOOD, "CORDEE_SECRETKEY": "x"})


def test_it_takes_what_a_host_gives() -> None:
    settings = from_environment(
        {**GOOD, "DATABASE_URL": "postgres://u:p@db/cordee", "CORDEE_PUBLIC_URL": "https://a.b/"}
    )
    assert settings.database_url == "postgresql://u:p@db/cordee"
    assert settings.public_url == "https://a.b"
    assert settings.origin == "https://a.b"
    assert settings.cookie_name == "__Host-cordee"


def test_a_command_is_quiet_and_a_server_tells_each_event() -> None:
    assert from_environment(GOOD).log_level == "info"
    assert from_environment({**GOOD, "FLASK_RUN_FROM_CLI": "true"}).log_level == "warning"
    assert from_environment({**GOOD, "FLASK_RUN_FROM_CLI": "true", "CORDEE_LOG_LEVEL": "debug"}).log_level == "debug"


def test_it_counts_limits_in_redis_where_there_is_one() -> None:
    assert from_environment({**GOOD, "CORDEE_REDIS_URL": "redis://r:6379"}).limits_storage == "redis://r:6379"
    assert Settings(database_url="sqlite:///x", secret_key=GOOD["CORDEE_SECRET_KEY"]).limits_storage == "memory://"
