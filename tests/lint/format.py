"""Every source is laid out as clang-format 19 would: other versions differ in details.

usage: format.py <root>
"""

import shutil
import subprocess
import sys
from pathlib import Path

root = Path(sys.argv[1])
for name in ("clang-format-19",):
    program = shutil.which(name)
    if program:
        version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
        if "version 19." in version.stdout:
            break
else:
    print("not run: lint.format (clang-format 19 is not installed)")
    sys.exit(77)

def is_laid_out(path):
    command = [program, "--dry-run", "-Werror", str(path)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


folders = [root / folder for folder in ("include", "tests", "examples", "bench")]
sources = [path for folder in folders for path in sorted(folder.rglob("*.[ch]pp"))]
wrong = [str(path.relative_to(root)) for path in sources if not is_laid_out(path)]
print(f"{len(sources)} files, {len(wrong)} laid out otherwise")
if wrong:
    sys.exit(f"to repair them: {Path(program).name} -i {' '.join(wrong)}")
