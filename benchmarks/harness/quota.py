"""Less processor for a process: the CPU quota of a control group, version 1 or 2, where the machine lets us make one."""

import os
import pathlib

ROOT = pathlib.Path("/sys/fs/cgroup")
PERIOD = 20000
NAME = f"footbridge-cold-start-{os.getpid()}"


class Full:
    """No limit."""

    name = "full"
    label = "full CPU"

    def throttle(self, pid):
        """Nothing is taken away."""

    def close(self):
        """Nothing was made."""


class Quota:
    """So many processors; made at once, so that OSError says here that the machine does not allow it."""

    def __init__(self, share):
        self.share = share
        self.name = f"{share:g}"
        self.label = f"{share:g} vCPU"
        self.folder = parent() / f"{NAME}-{self.name}"
        self.folder.mkdir()
        try:
            self.limit(int(share * PERIOD))
        except OSError:
            self.close()
            raise

    def limit(self, quota):
        if (self.folder / "cpu.max").exists():
            (self.folder / "cpu.max").write_text(f"{quota} {PERIOD}", encoding="ascii")
        else:
            (self.folder / "cpu.cfs_period_us").write_text(str(PERIOD), encoding="ascii")
            (self.folder / "cpu.cfs_quota_us").write_text(str(quota), encoding="ascii")

    def throttle(self, pid):
        """From now on the whole process has no more than this."""
        (self.folder / "cgroup.procs").write_text(str(pid), encoding="ascii")

    def close(self):
        """Its processes have ended."""
        self.folder.rmdir()


def parent():
    """Where groups can be made: the controller's own tree in version 1, the one tree in version 2."""
    if (ROOT / "cgroup.controllers").is_file():
        control = ROOT / "cgroup.subtree_control"
        if "cpu" not in control.read_text(encoding="ascii").split():
            control.write_text("+cpu", encoding="ascii")
        return ROOT
    for name in ("cpu", "cpu,cpuacct"):
        if (ROOT / name).is_dir():
            return ROOT / name
    raise FileNotFoundError(f"no CPU controller in {ROOT}")


def all_of(shares, say):
    """The full processor, and each share that the machine can give."""
    found = [Full()]
    for share in shares:
        try:
            found.append(Quota(share))
        except OSError as cause:
            say(f"skipped {share:g} vCPU: this machine gives us no control group with a CPU quota ({cause.strerror or cause})")
    return found
