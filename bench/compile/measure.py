"""What one compilation costs: seconds, memory, object size, specialisations, the longest symbol."""

import os
import re
import resource
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Where packages put headers that are not reached by the plain name.
EXTRA = [Path("/usr/include/eigen3"), Path("/usr/include/torch/csrc/api/include")]
LONGEST = 180  # seconds of one compilation, and
MOST = 8 << 30  # bytes, after which it is given up


class Failed(Exception):
    """The compiler did not accept the program, or was given up."""


@dataclass
class Compiler:
    command: list  # how it is started, with include folders of the libraries that need it
    extra: tuple = ()

    def __post_init__(self):
        answer = subprocess.run([*self.command, "--version"], capture_output=True, text=True, check=True)
        self.is_clang = "clang" in answer.stdout
        flag = "-dumpversion" if self.is_clang else "-dumpfullversion"
        version = subprocess.run([self.command[0], flag], capture_output=True, text=True, check=True)
        self.version = version.stdout.strip()

    @property
    def name(self):
        return "Clang" if self.is_clang else "GCC"

    @property
    def major(self):
        return self.version.split(".")[0]

    def line(self, case):
        folders = EXTRA if case.needs else ()
        found = [f"-isystem{folder}" for folder in folders if folder.is_dir()]
        return [*self.command, f"-std={case.standard}", "-O2", *self.extra, f"-I{ROOT}/include", *found]

    def has(self, case):
        source = f"#if !__has_include(<{case.needs}>)\n#error none\n#endif\n" if case.needs else ""
        return not subprocess.run([*self.line(case), "-E", "-x", "c++", "-"], input=source, text=True,
                                  capture_output=True, check=False).returncode


def limits():
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST))


def run(command):
    """User seconds, megabytes at the peak, and what was said."""
    with tempfile.TemporaryFile("w+") as said:
        environment = {**os.environ, "CCACHE_DISABLE": "1", "LC_ALL": "C"}
        child = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, env=environment,
                                 preexec_fn=limits)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = status  # so that it is not waited for again
        said.seek(0)
        text = said.read()
    if status:
        reason = re.search(r"^.*\berror:.*$", text, re.MULTILINE)
        if usage.ru_utime > 0.95 * LONGEST:
            raise Failed(f"given up after {LONGEST} s")
        raise Failed((reason[0] if reason else text[-400:]).strip()[:400])
    return usage.ru_utime, usage.ru_maxrss / 1024, text


def specialisations(compiler, case, unit, folder):
    """How many templates were instantiated, by class and by function, in the words of each compiler.

    GCC: the specialisations in its tables; -fstats, which shows them too, ends GCC 12 with an internal
    error when a template parameter is a class object, -fmem-report does not. Clang: the events of its
    time trace without a lower limit."""
    line = [*compiler.line(case), "-fsyntax-only", unit]
    if not compiler.is_clang:
        _, _, text = run([*line, "-fmem-report"])
        found = {kind: re.search(rf"^{kind}_specializations: size \d+, (\d+) elements", text, re.MULTILINE)
                 for kind in ("type", "decl")}
        if not all(found.values()):
            raise Failed("-fmem-report tells no specialisations")
        return {"types": int(found["type"][1]), "functions and variables": int(found["decl"][1])}
    trace = Path(folder, "trace.json")
    run([*line, "-Xclang", f"-ftime-trace={trace}", "-Xclang", "-ftime-trace-granularity=0"])
    events = trace.read_bytes()
    trace.unlink()
    return {kind: events.count(f'"name":"{event}"'.encode())
            for kind, event in (("types", "InstantiateClass"), ("functions", "InstantiateFunction"))}


def declared(compiler, case, unit, folder):
    """The same for the tables: with Clang the declarations of specialised classes and variables. A trace
    of sixteen layers would be more than 10 GB."""
    if not compiler.is_clang:
        return sum(specialisations(compiler, case, unit, folder).values())
    _, _, text = run([*compiler.line(case), "-fsyntax-only", unit, "-Xclang", "-print-stats"])
    found = re.findall(r"^ *(\d+) (?:Class|Var)TemplateSpecialization decls", text, re.MULTILINE)
    return sum(map(int, found))


def object_facts(result):
    """Bytes of code and data, and the longest symbol."""
    table = subprocess.run(["size", result], capture_output=True, text=True, check=True).stdout
    text, data = map(int, table.splitlines()[1].split()[:2])
    names = subprocess.run(["nm", "-P", result], capture_output=True, text=True, check=True).stdout
    longest = max((len(line.split(" ")[0]) for line in names.splitlines()), default=0)
    return {"object": text + data, "symbol": longest}


def counts(compiler, case, flags=()):
    """All of a case that is the same on every machine."""
    with tempfile.TemporaryDirectory() as folder:
        unit, result = Path(folder, "unit.cpp"), Path(folder, "unit.o")
        unit.write_text(case.source)
        facts = specialisations(compiler, case, unit, folder)
        run([*compiler.line(case), *flags, "-c", unit, "-o", result])
        return {**facts, **object_facts(result)}


def measure(compiler, case, runs):
    """A row of the table."""
    seconds, memory = [], 0
    with tempfile.TemporaryDirectory() as folder:
        unit, result = Path(folder, "unit.cpp"), Path(folder, "unit.o")
        unit.write_text(case.source)
        for _ in range(runs):
            used, peak, _ = run([*compiler.line(case), "-c", unit, "-o", result])
            seconds.append(used)
            memory = max(memory, peak)
            if used > 30:
                break
        templates = declared(compiler, case, unit, folder)
        facts = object_facts(result)
    seconds.sort()
    return {"group": case.group, "case": case.name, "at": case.at, "parameters": case.parameters,
            "compiler": compiler.name, "version": compiler.version, "runs": len(seconds),
            "seconds": seconds[len(seconds) // 2], "fastest": seconds[0], "slowest": seconds[-1],
            "megabytes": memory, "templates": templates,
            "object": facts["object"], "symbol": facts["symbol"]}


def processor():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "an unknown processor"


def load():
    return os.getloadavg()[0]

