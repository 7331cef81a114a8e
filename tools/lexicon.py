#!/usr/bin/env python3
"""Rebuilds tables/lexicon.txt from WordNet's dictionary files.

    tools/lexicon.py DICT > tables/lexicon.txt

DICT is the folder that holds WordNet 3.0's data.noun, index.noun, cntlist.rev and noun.exc: in
Debian's package `wordnet-base` that is /usr/share/wordnet. Nothing but the standard library is
needed. The table's own header says what its lines mean.
"""

import collections
import pathlib
import re
import sys

HEADER = """\
# English words with their classes and kinds.
# source: WordNet 3.0 (files data.*, index.*, cntlist.rev, *.exc), Princeton University
# licence: WordNet 3.0 licence; the notice that must stay with every copy is in tables/WORDNET-LICENSE
# as_of: 2006-12
# rebuilt: tools/lexicon.py /usr/share/wordnet > tables/lexicon.txt   (Debian package wordnet-base)
# Single words in lower case only: no names, no word with a digit, hyphen or space.
#
# word [nCOUNT:NODE,…] [vCOUNT] [aCOUNT] [rCOUNT]   a noun, verb, adjective, adverb, with how often WordNet's tagged
#       texts hold it so (nothing for never); the nodes are the noun's usual meanings, the most usual first
# = n|v form base                                   an irregular form of a noun or verb
# ^PARENT,…                                         the nodes that the next node (0, 1, 2, …) is a kind of
"""

CLASSES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSE_CLASS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
WORD = re.compile(r"[a-z]+(?:'[a-z]+)*$")
# A noun keeps the meanings that occur at least a tenth as often as its most frequent one.
SHARE, MOST = 10, 3


def data(folder, name):
    """Offset -> (words as they are cased, offsets of the hypernyms)."""
    synsets = {}
    for line in (folder / f"data.{name}").open(encoding="latin-1"):
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = [re.sub(r"\(.*\)$", "", fields[4 + 2 * i]) for i in range(count)]
        rest = fields[5 + 2 * count :]
        pointers = int(fields[4 + 2 * count])
        parents = [rest[4 * i + 1] for i in range(pointers) if rest[4 * i] == "@" and rest[4 * i + 2] == "n"]
        synsets[fields[0]] = (words, parents)
    return synsets


def index(folder, name, synsets):
    """Word -> offsets of its meanings, those where it is written with a capital left out."""
    words = {}
    for line in (folder / f"index.{name}").open(encoding="latin-1"):
        if line.startswith(" "):
            continue
        fields = line.split()
        if not WORD.match(fields[0]):
            continue
        offsets = fields[-int(fields[2]) :]
        kept = [(rank, offset) for rank, offset in enumerate(offsets, 1) if fields[0] in synsets[offset][0]]
        if kept:
            words[fields[0]] = kept
    return words


def counts(folder):
    """(class, word) -> rank of the meaning -> how often the tagged texts have it."""
    found = collections.defaultdict(dict)
    for line in (folder / "cntlist.rev").open(encoding="latin-1"):
        key, rank, count = line.split()
        word, rest = key.split("%")
        found[SENSE_CLASS[rest[0]], word][int(rank)] = int(count)
    return found


def usual(senses, tagged):
    """The meanings of a noun that are worth keeping, the most frequent first."""
    ranked = sorted(senses, key=lambda sense: (-tagged.get(sense[0], 0), sense[0]))
    top = tagged.get(ranked[0][0], 0)
    if top < 3:
        return [offset for _, offset in ranked[:2]]
    return [offset for rank, offset in ranked if tagged.get(rank, 0) * SHARE >= top][:MOST]


def named_parents(offset, synsets, named, memo):
    """The nearest ancestors that a word of the table stands for."""
    if offset not in memo:
        found = []
        for parent in synsets[offset][1]:
            for node in [parent] if parent in named else named_parents(parent, synsets, named, memo):
                if node not in found:
                    found.append(node)
        memo[offset] = found
    return memo[offset]


def main(folder):
    lines = collections.defaultdict(list)
    tagged = counts(folder)
    nouns = data(folder, "noun")
    meanings = {}
    for key, name in CLASSES.items():
        synsets = nouns if key == "n" else data(folder, name)
        for word, senses in index(folder, name, synsets).items():
            count = sum(tagged.get((key, word), {}).get(rank, 0) for rank, _ in senses)
            lines[word].append((key, count))
            if key == "n":
                meanings[word] = usual(senses, tagged.get((key, word), {}))
    named = {offset for offsets in meanings.values() for offset in offsets}
    node = {offset: number for number, offset in enumerate(sorted(named))}
    out = [HEADER]
    for word in sorted(lines):
        fields = [word]
        for key, count in lines[word]:
            nodes = ":" + ",".join(str(node[offset]) for offset in meanings[word]) if key == "n" else ""
            fields.append(key + str(count or "") + nodes)
        out.append(" ".join(fields) + "\n")
    for key, name in (("n", "noun"), ("v", "verb")):
        for line in (folder / f"{name}.exc").open(encoding="latin-1"):
            form, base, *_ = line.split()
            if WORD.match(form) and form != base and any(known == key for known, _ in lines.get(base, [])):
                out.append(f"= {key} {form} {base}\n")
    memo = {}
    for offset in sorted(named):
        parents = named_parents(offset, nouns, named, memo)
        out.append("^" + ",".join(str(node[parent]) for parent in parents) + "\n")
    sys.stdout.write("".join(out))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
