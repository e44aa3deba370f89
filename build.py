"""Seeds -> digest. The story stands in `wenzhai.build.build_digest`, the verbs in `wenzhai.cli`."""

from wenzhai.cli import main

if __name__ == "__main__":
    main()
