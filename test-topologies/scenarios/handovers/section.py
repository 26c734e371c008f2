"""Section `moves`: many moves of several kinds under fast streams on the emulated network."""

from scenarios.handovers import kinds, outcome, promises, report, schedule, worth
from scenarios.sections import Result
from topologies import plan
from topologies.record import RUN_DIRECTORY

VARIANT = plan.CAMPUS.unwired()
ANSWER_TIMEOUT_S = 30.0       # a busy machine is no reason to lose half an hour of moves
MOST_AGAIN = 3                # times that discarded moves are made again
SECONDS_A_MOVE, SECONDS_A_BLOCK = 2.15, 7.0      # roughly


def measure(stage, options, say):
    chosen = [kinds.BY_NAME[name] for name in options.kind] if options.kind else kinds.KINDS
    cells = kinds.cells(chosen, options.rate, options.moves)
    blocks = schedule.blocks(cells, schedule.rounds(options.moves), options.seed)
    moves = sum(cell.moves for cell in cells)
    seconds = moves * SECONDS_A_MOVE + len(blocks) * SECONDS_A_BLOCK
    say(f"{moves} moves in {len(blocks)} blocks, order by seed {options.seed}; about {seconds / 60:.0f} min")
    return result(*carry_out(stage.world, cells, blocks, say, warm_up), options.seed)


def warm_up(runner, cells):
    runner.warm_up(max(cell.rate for cell in cells))


def carry_out(world, cells, blocks, say, prepare):
    """Make all moves on a campus that is up, after `prepare(runner, cells)`: (Outcomes, load averages)."""
    from probes.channel import ChannelTap
    from probes.flowmods import Watcher
    from scenarios.handovers.runner import Runner
    from scenarios.notices import Notices
    from scenarios.rest import Controller
    from topologies.world import switch_names
    watchers, notices = (Watcher(switch_names()), ChannelTap()), Notices()
    try:
        runner = Runner(world, Controller(timeout_s=ANSWER_TIMEOUT_S), notices, watchers, RUN_DIRECTORY / "bench", say)
        prepare(runner, cells)
        return until_all_count(runner, cells, blocks, say), runner.loads
    finally:
        notices.close()
        for watcher in watchers:
            watcher.close()


def until_all_count(runner, cells, blocks, say):
    """Make the moves of the blocks, then those again that were discarded, a few times at most; the Outcomes."""
    records, handovers = runner.run(blocks)
    for again in range(1, MOST_AGAIN + 1):
        missing = kinds.missing(cells, outcome.outcomes(cells, records, handovers))
        if not missing:
            break
        say(f"{sum(cell.moves for cell in missing)} moves were discarded and are made again")
        more, handovers = runner.run(schedule.blocks(missing, 1, again))
        records += more
    return outcome.outcomes(cells, records, handovers)


def result(outcomes, loads, seed):
    """The Result for these Outcomes."""
    compared, kept = worth.comparisons(outcomes, seed), worth.kept(outcomes)
    data = {"order_seed": seed, "load_average": {"least": min(loads), "most": max(loads)},
            "runs": [outcome.as_json(run) for run in outcomes],
            "together": [{"kinds": run.cell.kind.name, "rate": run.cell.rate, "moves": len(run.moves),
                          "discarded": len(run.discarded), "figures": outcome.spreads(run)}
                         for run in outcome.pools(outcomes)],
            "without_bounce": [one.as_json() for one in compared], "kept": [one.as_json() for one in kept]}
    return Result(report.text(outcomes, compared, kept, loads, seed), data, promises.verdicts(outcomes, compared))
