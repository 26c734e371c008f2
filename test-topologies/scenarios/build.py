"""Builds the app and the embedded controller with Maven, when something has changed since."""

import os
from pathlib import Path

from scenarios.machine import jdk_home
from scenarios.progress import StepError, run
from topologies.record import RUN_DIRECTORY

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("pom.xml", "app", "cli", "web-gui", "config", "test-topologies/controller")
OAR_DIRECTORY = ROOT / "app" / "oar" / "target"


def environment():
    """The environment for what needs Java: JDK 17, whatever else is installed."""
    return {**os.environ, "JAVA_HOME": str(jdk_home() or "")}


def oar():
    """The installable app, or None before it is built."""
    return next(iter(sorted(OAR_DIRECTORY.glob("onos-dmm-*.oar"))), None)


def newest_source():
    """Time of the newest source file, seconds since the epoch."""
    newest = 0.0
    for source in SOURCES:
        path = ROOT / source
        newest = max([newest] + [file.stat().st_mtime for file in (path.rglob("*") if path.is_dir() else [path])
                                 if file.is_file() and "target" not in file.parts])
    return newest


def build():
    """Bring the .oar and the controller up to date."""
    stamp = RUN_DIRECTORY / "built"
    if oar() and stamp.exists() and stamp.stat().st_mtime > newest_source():
        return
    begin = newest_source()
    run("building with Maven", ["mvn", "-B", "-ntp", "-DskipTests", "install"], RUN_DIRECTORY / "build.log",
        cwd=ROOT, env=environment())
    if not oar():
        raise StepError(f"the build made no onos-dmm-*.oar in {OAR_DIRECTORY}")
    stamp.touch()
    os.utime(stamp, (begin + 1, begin + 1))   # a source edited during the build is newer than that


def verify():
    """Everything that Maven can check, tests included."""
    run("mvn verify", ["mvn", "-B", "-ntp", "install"], RUN_DIRECTORY / "verify.log", cwd=ROOT, env=environment())
