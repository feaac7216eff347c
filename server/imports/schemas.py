"""What an import takes and gives."""

from __future__ import annotations

import marshmallow as ma
from flask_smorest.fields import Upload

from catalog.removals import KINDS as REMOVALS
from server import schemas as common
from server.schemas import FullMatch, Moment, Schema, answered, maybe, whole

from .models import KINDS, STATES
from .once import HEADER

LARGEST = 2**31 - 1
MOST_FILES = 50
STAGES = ("read", "sort", "compare", "compile", "ask", "write")


class FileSchema(Schema):
    """The file, or several that belong together: CSV, a ZIP of CSV files, or an Excel workbook."""

    file = ma.fields.List(Upload(), required=True, validate=ma.validate.Length(1, MOST_FILES))


class PreferSchema(ma.Schema):
    """How the caller would rather be answered (RFC 7240)."""

    class Meta:  # noqa: D106
        unknown = ma.EXCLUDE

    prefer = ma.fields.Str(
        data_key="Prefer",
        load_default="",
        metadata={"description": "`respond-async`: answer 202 at once; the trial goes on by itself."},
    )


class SendingSchema(PreferSchema):
    """How a file is sent: how the caller would rather be answered, and the key that makes a repetition harmless."""

    idempotency_key = ma.fields.Str(
        data_key=HEADER,
        validate=FullMatch(r'^("[!#-~]{1,128}"|[!#-~]{1,128})$', error="import-key-form"),
        metadata={
            "description": "A name of your own for this sending, new for each, such as a UUID. Sent again with it, the "
            "same content is the same import, and another content is refused (409). Known for 24 hours. See "
            "draft-ietf-httpapi-idempotency-key-header."
        },
    )


class ImportsQuery(Schema):
    state = ma.fields.Str(validate=ma.validate.OneOf(STATES))
    kind = ma.fields.Str(validate=ma.validate.OneOf(KINDS))
    cursor = common.text(36, metadata={"description": "The `next_cursor` of the page before."})
    limit = ma.fields.Int(load_default=20, validate=ma.validate.Range(1, 100))


class PublishSchema(Schema):
    """What is said with a publication. May be left out where nothing is taken away."""

    may_be_absent = True

    note = common.text(500, load_default="", metadata={"description": "What the history says; else the file's name."})
    confirm_removals = whole(
        0,
        LARGEST,
        load_default=0,
        metadata={"description": "`removals.count` of the dry run: how much is taken away, as it was shown."},
    )


class FindingSchema(ma.Schema):
    """Something to say about one place of the file, in a sentence that says what to do."""

    file = answered()
    line = ma.fields.Int(required=True, allow_none=True)
    column = ma.fields.Str(required=True, allow_none=True)
    value = ma.fields.Str(
        metadata={"description": "What stands there, shortened; empty where no single cell is meant."}
    )
    severity = ma.fields.Str(required=True, validate=ma.validate.OneOf(("error", "warning", "info")))
    code = answered()
    message = answered()


class AdvisedPieceSchema(ma.Schema):
    """A piece among the first three, with its score."""

    ref = answered()
    name = answered()
    score = answered(ma.fields.Int)


class CauseSchema(ma.Schema):
    """What the import does to a piece that comes, goes or changes places."""

    ref = answered()
    name = answered()
    what = ma.fields.Str(required=True, validate=ma.validate.OneOf(("added", "removed", "facts", "variants", "price")))
    fields_ = ma.fields.List(ma.fields.Str(), data_key="fields", attribute="fields")
    before = ma.fields.Int(allow_none=True, metadata={"description": "Price in cents, null where it was not sold."})
    after = ma.fields.Int(allow_none=True)


class ChangedAdviceSchema(ma.Schema):
    """A sample customer who would now be told something else."""

    id = answered()
    shop = ma.fields.Str(required=True, allow_none=True)
    says = answered()
    verdict = ma.fields.Str(required=True, validate=ma.validate.OneOf(("lost", "won", "other")))
    before = ma.fields.List(ma.fields.Nested(AdvisedPieceSchema), required=True)
    after = ma.fields.List(ma.fields.Nested(AdvisedPieceSchema), required=True)
    because = ma.fields.Str()
    disagreements = ma.fields.List(answered(), required=True)
    causes = ma.fields.List(ma.fields.Nested(CauseSchema))


class ChangedRequestSchema(ma.Schema):
    """A need that was really asked lately, and would now be told something else. It says nothing of who or when."""

    shop = answered()
    says = answered(metadata={"description": "The need in a few words."})
    times = answered(ma.fields.Int, metadata={"description": "How often it was asked lately."})
    before = ma.fields.List(ma.fields.Nested(AdvisedPieceSchema), required=True)
    after = ma.fields.List(ma.fields.Nested(AdvisedPieceSchema), required=True)
    because = answered(metadata={"description": "What speaks for the piece that now comes first."})
    causes = ma.fields.List(ma.fields.Nested(CauseSchema), required=True)


class RequestsSchema(ma.Schema):
    """The latest distinct needs: how many there are, how many were asked again in the time there is, who changes."""

    found = answered(ma.fields.Int)
    asked = answered(ma.fields.Int)
    changed_count = answered(ma.fields.Int)
    changed = ma.fields.List(ma.fields.Nested(ChangedRequestSchema), required=True)


class SampleAdviceSchema(ma.Schema):
    """What the sample customers would be told: how many as a good seller would, and who otherwise than now."""

    customers = answered(ma.fields.Int)
    agree = answered(ma.fields.Int)
    agreed_before = ma.fields.Int(required=True, allow_none=True)
    changed_count = answered(ma.fields.Int)
    changed = ma.fields.List(ma.fields.Nested(ChangedAdviceSchema), required=True)
    requests = ma.fields.Nested(RequestsSchema)


class RemovalSchema(ma.Schema):
    """One thing that would be taken away."""

    kind = ma.fields.Str(required=True, validate=ma.validate.OneOf(REMOVALS))
    id = answered(metadata={"description": "A ref, GTIN, shop, chart or `ref/photo`."})
    of = ma.fields.Str(metadata={"description": "Ref of the piece it belongs to."})
    name = ma.fields.Str(metadata={"description": "Name of that piece."})
    shop = ma.fields.Str(metadata={"description": "Where a price is taken away."})
    field = ma.fields.Str(metadata={"description": "Which value is emptied."})
    size = ma.fields.Str()
    colour = ma.fields.Str()


class RemovalsSchema(ma.Schema):
    """What would be taken away: whoever publishes says the `count`."""

    count = answered(ma.fields.Int)
    product = answered(ma.fields.Int)
    variant = answered(ma.fields.Int)
    photo = answered(ma.fields.Int)
    shop = answered(ma.fields.Int)
    size_chart = answered(ma.fields.Int)
    price = answered(ma.fields.Int)
    value = answered(ma.fields.Int)
    listed = ma.fields.List(
        ma.fields.Nested(RemovalSchema), required=True, metadata={"description": "The first thousand, one by one."}
    )


class ProgressSchema(ma.Schema):
    """How far the work has come."""

    stage = ma.fields.Str(required=True, validate=ma.validate.OneOf(STAGES))
    done = answered(ma.fields.Int, metadata={"description": "Rows, pieces or customers of this stage that are done."})
    total = answered(ma.fields.Int)
    percent = answered(ma.fields.Int, metadata={"description": "Of the whole work, as its stages usually take."})


class ImportSummarySchema(ma.Schema):
    """An import and where it stands."""

    id = answered()
    name = answered()
    kind = ma.fields.Str(required=True, validate=ma.validate.OneOf(KINDS))
    state = ma.fields.Str(required=True, validate=ma.validate.OneOf(STATES))
    author = answered()
    created_at = answered(Moment)
    finished_at = maybe(Moment, metadata={"description": "When the dry run came to an end, whatever end."})
    base_revision = answered(ma.fields.Int)
    published_revision = ma.fields.Int(required=True, allow_none=True)
    outdated = answered(
        ma.fields.Bool, metadata={"description": "Another revision was published since: `retry` before publishing."}
    )
    progress = ma.fields.Nested(ProgressSchema, allow_none=True, required=True)
    failure = maybe(ma.fields.Str, metadata={"description": "Why the work could not be done, and what to do."})


class ImportsSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(ImportSummarySchema), required=True)
    next_cursor = maybe(ma.fields.Str)


class ImportSchema(ImportSummarySchema):
    """A dry run: what is wrong, and what publishing would change. Empty until the work is done."""

    findings = ma.fields.List(ma.fields.Nested(FindingSchema), required=True)
    changes = ma.fields.Dict(ma.fields.Str(), ma.fields.Raw(), required=True)
    removals = ma.fields.Nested(RemovalsSchema, allow_none=True, required=True)
    advice = ma.fields.Nested(SampleAdviceSchema, allow_none=True, required=True)
    stock = answered(ma.fields.Int, metadata={"description": "Counts of stock that come with the file."})
