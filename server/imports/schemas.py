"""What an import takes and gives."""

from __future__ import annotations

import marshmallow as ma
from flask_smorest.fields import Upload

from server.schemas import Moment, Schema, answered

STATES = ("refused", "ready", "published")
KINDS = ("file", "edit", "photos", "prices", "knowledge")


class FileSchema(Schema):
    """The file: CSV, a ZIP of CSV files, or an Excel workbook."""

    file = Upload(required=True)


class FindingSchema(ma.Schema):
    """Something to say about one place of the file, in a sentence that says what to do."""

    file = answered()
    line = ma.fields.Int(required=True, allow_none=True)
    column = ma.fields.Str(required=True, allow_none=True)
    severity = ma.fields.Str(required=True, validate=ma.validate.OneOf(("error", "warning", "info")))
    code = answered()
    message = answered()


class AdvisedPieceSchema(ma.Schema):
    """A piece among the first three, with its score."""

    ref = answered()
    name = answered()
    score = answered(ma.fields.Int)


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


class SampleAdviceSchema(ma.Schema):
    """What the sample customers would be told: how many as a good seller would, and who otherwise than now."""

    customers = answered(ma.fields.Int)
    agree = answered(ma.fields.Int)
    agreed_before = ma.fields.Int(required=True, allow_none=True)
    changed_count = answered(ma.fields.Int)
    changed = ma.fields.List(ma.fields.Nested(ChangedAdviceSchema), required=True)


class ImportSchema(ma.Schema):
    """A dry run: what is wrong, and what publishing would change."""

    id = answered()
    name = answered()
    kind = ma.fields.Str(required=True, validate=ma.validate.OneOf(KINDS))
    state = ma.fields.Str(required=True, validate=ma.validate.OneOf(STATES))
    author = answered()
    created_at = answered(Moment)
    base_revision = answered(ma.fields.Int)
    published_revision = ma.fields.Int(required=True, allow_none=True)
    findings = ma.fields.List(ma.fields.Nested(FindingSchema), required=True)
    changes = ma.fields.Dict(ma.fields.Str(), ma.fields.Raw(), required=True)
    advice = ma.fields.Nested(SampleAdviceSchema, allow_none=True, required=True)


class RevisionSchema(ma.Schema):
    """A published state of the catalogue."""

    number = answered(ma.fields.Int)
    content_hash = answered()
    published_at = answered(Moment)
    author = answered()
    note = answered()


class RevisionsSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(RevisionSchema), required=True)
