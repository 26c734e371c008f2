"""Plain text tables that line up."""

LEFT, RIGHT = "<", ">"


def table(headings, rows, indent=2):
    """Lines of a table. `headings` is one or more lists of cells; a column of numbers is set to the right.

    A cell of a heading row may be None: the cell to its left reaches over it.
    """
    rows = [[str(cell) for cell in row] for row in rows]
    last = headings[-1]
    widths = [max([len(last[column] or "")] + [len(row[column]) for row in rows]) for column in range(len(last))]
    sides = [RIGHT if rows and all(is_number(row[column]) for row in rows) else LEFT for column in range(len(last))]
    for heading in headings[:-1]:
        widen(widths, heading)
    margin = " " * indent
    lines = [margin + spanning(heading, widths) for heading in headings[:-1]]
    lines.append(margin + join(last, widths, sides))
    lines.append(margin + "-" * (sum(widths) + 2 * (len(widths) - 1)))
    lines += [margin + join(row, widths, sides) for row in rows]
    return [line.rstrip() for line in lines]


def is_number(cell):
    """Whether a cell belongs to the right: a number, perhaps with something in brackets, or no value."""
    return cell in ("-", "") or cell.lstrip("-(")[:1].isdigit() and not cell[-1].isalpha()


def join(cells, widths, sides):
    return "  ".join(f"{cell or '':{side}{width}}" for cell, width, side in zip(cells, widths, sides))


def groups(heading):
    """(first column, number of columns, text) of every cell of a heading that spans."""
    begins = [column for column, cell in enumerate(heading) if cell is not None]
    ends = begins[1:] + [len(heading)]
    return [(begin, end - begin, heading[begin]) for begin, end in zip(begins, ends)]


def widen(widths, heading):
    """Make the last column of each group wide enough for the group's text."""
    for begin, count, text in groups(heading):
        missing = len(text) - (sum(widths[begin:begin + count]) + 2 * (count - 1))
        widths[begin + count - 1] += max(0, missing)


def spanning(heading, widths):
    """One heading line whose cells reach over several columns."""
    cells = []
    for begin, count, text in groups(heading):
        width = sum(widths[begin:begin + count]) + 2 * (count - 1)
        cells.append(f"{text:^{width}}" if count > 1 else f"{text:<{width}}")
    return "  ".join(cells)


def milliseconds(value):
    """A time for a table; `-` when there is none."""
    return "-" if value is None else f"{value:.1f}"
