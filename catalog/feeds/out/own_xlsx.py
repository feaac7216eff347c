"""The own format as an Excel workbook: an explained first sheet, a sheet a table, lists to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from catalog.feeds import cells
from catalog.model import Text

from . import guide
from .layout import NAMES, Own
from .rows import Cell
from .template import Column, Form
from .vocabularies import YES, Words

_LAST = 1_048_576
"""The last line of a sheet."""
_PROMPT, _PROMPT_TITLE = 255, 32
"""What Excel takes for an explanation beside a cell, in characters."""
_HEAD = PatternFill("solid", fgColor="2B2F36")
_NEEDED = PatternFill("solid", fgColor="C8102E")
_WHITE = Font(bold=True, color="FFFFFF")
_BOLD = Font(bold=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_WIDTHS = {"gtin": 18, "text": 24, "id": 26, "price": 12, "number": 11, "yes": 13, "list": 30, "choice": 20}
_GUIDE_WIDTHS = (13, 20, 72, 12, 44, 30, 12)
_TEXT, _MONEY = "@", "0.00"
_WRONG: Text = {
    "fr": "Ce mot n’est pas de la liste. Voyez la feuille des listes.",
    "en": "This word is not in the list. See the sheet of lists.",
}


def write(own: Own, out: IO[bytes]) -> None:
    """Write the workbook; rows go to disk as they come, so that a large range fits into little memory."""
    book = Workbook(write_only=True)
    _write_guide(book, own)
    ranges = _ranges(own)
    for form in own.layout():
        _write_table(book, form, own, ranges)
    _write_lists(book, own)
    book.active = 0 if not own.filled else 1
    book.save(out)


def _write_guide(book: Workbook, own: Own) -> None:
    sheet = book.create_sheet(NAMES["guide"][own.lang])
    for index, width in enumerate(_GUIDE_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    rules = guide.RULES[own.lang]
    sheet.freeze_panes = f"A{len(rules) + 4}"
    sheet.append([_styled(sheet, guide.TITLE[own.lang], font=Font(bold=True, size=16))])
    for rule in rules:
        sheet.append([rule])
    sheet.append([])
    sheet.append([_styled(sheet, title, font=_WHITE, fill=_HEAD) for title in guide.HEAD[own.lang]])
    for line in guide.lines(own):
        sheet.append([_styled(sheet, cells.neutral(text), alignment=_WRAPPED) for text in line])


def _write_table(book: Workbook, form: Form, own: Own, ranges: Mapping[str, str]) -> None:
    sheet = book.create_sheet(form.title[own.lang])
    sheet.freeze_panes = "B2"
    for index, column in enumerate(form.columns, start=1):
        letter = get_column_letter(index)
        sheet.column_dimensions[letter].width = max(_WIDTHS.get(column.kind, 16), len(column.name) + 3)
        if column.kind in ("gtin", "text", "id"):
            sheet.column_dimensions[letter].number_format = _TEXT
        sheet.data_validations.append(_validation(column, f"{letter}2:{letter}{_LAST}", own, ranges))
    sheet.append(
        [_styled(sheet, column.name, font=_WHITE, fill=_NEEDED if column.needed else _HEAD) for column in form.columns]
    )
    for row in own.rows(form.name):
        sheet.append([_cell(sheet, column, row.get(column.name), own.lang) for column in form.columns])


def _cell(sheet: Any, column: Column, value: Cell | None, lang: str) -> Any:
    """Return a cell: figures as figures, texts as texts whatever they look like."""
    if value is None:
        return None
    if isinstance(value, bool):
        value = YES[lang][0] if value else YES[lang][1]
    if isinstance(value, Decimal):
        return _styled(sheet, float(value), number_format=_MONEY if column.kind == "price" else "General")
    if isinstance(value, int):
        return value
    text = cells.neutral(value)
    return _styled(sheet, text, number_format=_TEXT) if column.kind in ("gtin", "text", "id") else text


def _styled(sheet: Any, value: Any, **style: Any) -> Any:
    cell = WriteOnlyCell(sheet, value)
    for name, each in style.items():
        setattr(cell, name, each)
    return cell


def _validation(column: Column, where: str, own: Own, ranges: Mapping[str, str]) -> DataValidation:
    """Explain a column beside its cells, and let a closed choice be picked from its list."""
    source = ranges.get(column.of if column.kind == "choice" else column.kind if column.kind == "yes" else "")
    rule = DataValidation(
        type="list" if source else None,
        formula1=source,
        allow_blank=True,
        sqref=where,
        showInputMessage=True,
        showErrorMessage=bool(source),
    )
    rule.promptTitle = column.name[:_PROMPT_TITLE]
    rule.prompt = column.what[own.lang][:_PROMPT]
    if source:
        rule.error, rule.errorStyle = _WRONG[own.lang], "warning"  # a dash that empties the field must pass
    return rule


def _ranges(own: Own) -> dict[str, str]:
    """Return where in the sheet of lists each vocabulary stands."""
    sheet = NAMES["lists"][own.lang]
    return {
        name: f"'{sheet}'!${get_column_letter(index)}$2:${get_column_letter(index)}${len(words) + 1}"
        for index, (name, words) in _placed(own)
    }


def _placed(own: Own) -> Iterator[tuple[int, tuple[str, Words]]]:
    """Yield each vocabulary with the column of its words; its labels stand in the next one."""
    for index, entry in enumerate((name, words) for name, words in own.words().items() if words):
        yield 2 * index + 1, entry


def _write_lists(book: Workbook, own: Own) -> None:
    sheet = book.create_sheet(NAMES["lists"][own.lang])
    sheet.freeze_panes = "A2"
    columns: list[list[str]] = []
    for _, (name, words) in _placed(own):
        columns += [[name, *words], ["", *words.values()]]
    for index in range(1, len(columns) + 1):
        sheet.column_dimensions[get_column_letter(index)].width = 22
    longest = max(len(column) for column in columns)
    for line in range(longest):
        texts = [column[line] if line < len(column) else "" for column in columns]
        sheet.append([_styled(sheet, text, font=_BOLD) if line == 0 else cells.neutral(text) for text in texts])
