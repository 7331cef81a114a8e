#!/usr/bin/env python3
"""Writes made-up articles in Markdown, to measure runs over many files.

    tools/articles.py FOLDER [COUNT] [--bytes 5000] [--wrong 20]

The sentences are our own. Figures, dates, names and sums differ from article to article and agree with one another;
one article in `--wrong` has a slip that factlint reports. The same arguments write the same bytes. The measurement
itself, with hyperfine on two cores:

    tools/articles.py /tmp/articles 10000
    factlint check --isolated --no-cache /tmp/articles
    factlint check --isolated --cache-dir /tmp/cache /tmp/articles    (twice: the second is the warm one)
"""
import argparse
import datetime
import pathlib
import random

TOWNS = "Harwick Ostmere Lindale Brackford Thornby Eskmouth Calverton Wendle Marshby Stoneleigh Polgarth Ridding".split()
FIRST = "Anna Peter Miriam Tomas Grace Edwin Leila Oscar Ruth Daniel Ines Hugo Clara Victor Nadia Samuel".split()
LAST = "Okafor Lindqvist Marlow Hartnell Bianchi Sorensen Whitlock Petrov Amari Castell Novak Fenwick Dalgleish".split()
POSTS = ["mayor", "harbour master", "head of the fire service", "treasurer", "chief engineer", "headteacher"]
THINGS = ["flats", "trees", "bicycles", "boats", "books", "lamps", "buses", "benches"]
PLACES = ["the old ferry terminal", "the grain hall", "the north quay", "the railway yard", "the covered market"]
WHO = ["Nobody in the hall", "Most of those who had come to object", "The people along the quay", "Whoever had a boat",
       "The older members of the club", "Those who live by the water", "The shopkeepers of the square",
       "Visitors from the villages", "The children of the lower school", "Drivers on the early shift",
       "Readers of the notice on the door", "The men at the weir", "The women who run the market"]
DID = ["seemed surprised when the doors were opened", "had expected more than a few friendly words",
       "went home early and said little on the way", "stood by the gate until it was dark",
       "would rather have waited for the report", "spoke of the flood as if it had been last week",
       "asked who was going to pay for it all", "remembered the talk of a bridge and of a tunnel",
       "signed the list and then signed it again for their neighbours", "liked the drawings better than the plan",
       "thought the wall too high and the gate too narrow", "shook their heads at the noise of the pumps"]
WHY = ["although the matter had been put off before", "because the planners have turned down others",
       "while the stalls were being taken down behind them", "and nobody could tell them when work would begin",
       "which is how such evenings tend to end", "as they had done when the mill was closed",
       "since the letters had gone to the wrong street", "and hoped that somebody would write it down",
       "before the last of the buses had left", "even if the view from the hill would be lost",
       "for reasons that had little to do with the town", "until the caretaker put out the lights"]
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def day(date, weekday=None):
    return f"{weekday or DAYS[date.weekday()]}, {date.day} {MONTHS[date.month - 1]} {date.year}"


class Story:
    def __init__(self, number, wrong):
        self.any = random.Random(number)
        self.town = self.any.choice(TOWNS)
        self.person = f"{self.any.choice(FIRST)} {self.any.choice(LAST)}"
        self.post = self.any.choice(POSTS)
        self.place = self.any.choice(PLACES)
        self.date = datetime.date(2015, 1, 5) + datetime.timedelta(days=self.any.randrange(3000))
        self.wrong = wrong

    def slip(self):
        """Whether the next figure is the wrong one: once an article at most."""
        wrong, self.wrong = self.wrong, False
        return wrong

    def rise(self):
        before = self.any.randrange(20, 90) * 10
        share = self.any.choice([10, 20, 30, 40, 50])
        after = before + before * share // 100
        told = share + 5 if self.slip() else share
        what = self.any.choice(THINGS)
        return f"The number of {what} in {self.town} rose by {told}%, from {before} to {after}, in a single year."

    def votes(self):
        for_, against, away = self.any.randrange(20, 40), self.any.randrange(2, 19), self.any.randrange(1, 5)
        return (f"The council of {self.any.choice(TOWNS)} agreed by {for_} votes to {against}, and {away} members stayed away "
                "from the meeting.")

    def appointed(self):
        when = self.date - datetime.timedelta(days=self.any.randrange(20, 900))
        weekday = DAYS[(when.weekday() + 1) % 7] if self.slip() else None
        return f"Work on {self.place} began on {day(when, weekday)}, under a plan that had been drawn up years before."

    def parts(self):
        one, two = self.any.randrange(10, 60), self.any.randrange(10, 60)
        what = self.any.choice(THINGS)
        return (f"The yard took in {one} {what} in the spring and {two} more in the autumn, which the {self.post} "
                "called more than anyone had asked for.")

    def money(self):
        cost = self.any.randrange(12, 95)
        return (f"Repairs will cost about ${cost / 10:.1f} million, of which the state pays half; the rest is to come "
                "from a loan that runs for thirty years.")

    def speaks(self):
        age = self.any.randrange(30, 70)
        return (f"{self.person}, {age}, the {self.post} of {self.town}, said the town had waited long enough for a "
                "decision that everybody knew would come in the end.")

    def weather(self):
        low, high = self.any.randrange(2, 12), self.any.randrange(14, 29)
        return (f"It was dry for most of the week, with {low} degrees in the mornings and up to {high} by the afternoon, "
                "and the wind came from the sea.")

    def plain(self):
        return f"{self.any.choice(WHO)} {self.any.choice(DID)} {self.any.choice(WHY)}."

    def quote(self):
        return (f"“We have looked at this from every side,” {self.person} said, “and there is no cheaper way to keep "
                f"the water out of {self.place}.”")


def article(number, size, wrong):
    story = Story(number, wrong)
    text = (f"---\ntitle: {story.town} decides on {story.place}\ndate: {story.date.isoformat()}\n---\n\n"
            f"{story.town.upper()} — {story.speaks()}\n")
    kinds = [story.rise, story.votes, story.appointed, story.parts, story.money, story.weather, story.quote]
    # What can go wrong comes early, so that a slip is in however short the article is.
    sentences = [story.rise] if number // 20 % 2 else [story.appointed]
    while len(text.encode()) < size:
        if not sentences:
            sentences = [story.any.choice(kinds)] + [story.plain] * story.any.randrange(1, 3)
        paragraph = " ".join(make() for make in sentences)
        sentences = []
        if paragraph in text:
            continue
        if story.any.random() < 0.12:
            text += f"\n## The view from {story.any.choice(TOWNS)}\n"
        text += f"\n{paragraph}\n"
    return text


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    parser.add_argument("--bytes", type=int, default=5000, help="about so long is each")
    parser.add_argument("--wrong", type=int, default=20, help="one article in so many has a slip")
    asked = parser.parse_args()
    for number in range(asked.count):
        path = asked.folder / f"{number // 100:03}" / f"{number:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(number, asked.bytes, number % asked.wrong == 0), encoding="utf-8")


if __name__ == "__main__":
    main()
