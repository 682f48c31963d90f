"""The query language, read into a tree. Nothing raises: what cannot be meant is a mistake with its place.

    query   = all { "OR" all }
    all     = part { part }
    part    = [ "-" ] ( "(" query ")" | value | field )
    value   = word | word "*" | '"' phrase '"'
    field   = key sign value          sign = ":" | ">" | ">=" | "<" | "<=" | "="

Words stand for themselves, in any case and with any accents; all of them are needed, in any order.
"""

from __future__ import annotations

from datetime import date

from briefing.library import clock
from briefing.library.fold import words
from briefing.library.query_fields import field_node
from briefing.library.query_lexer import Token, TokenKind, tokens
from briefing.library.query_tree import And, Mistake, Node, Not, Or, Query, Words

LONGEST = 1000
"""Characters of a query."""
MOST_TOKENS = 100
"""Tokens of a query."""
DEEPEST = 20
"""Parentheses inside each other."""


def parse_query(text: str, *, typing: bool = False, today: date | None = None) -> Query:
    """Read a query.

    Args:
        text: anything.
        typing: whether it is being typed, so that its last word may go on.
        today: the day from which `date:-7d` counts; the clock's by default.
    """
    if len(text) > LONGEST:
        return Query(text, mistakes=(Mistake(LONGEST, len(text), f"a query has at most {LONGEST} characters"),))
    cut = list(tokens(text))
    if len(cut) > MOST_TOKENS:
        surplus = Mistake(cut[MOST_TOKENS].start, len(text), f"a query has at most {MOST_TOKENS} words")
        return Query(text, mistakes=(surplus,))
    parser = _Parser(cut, len(text), typing=typing, today=today or clock.today())
    tree = parser.query(0)
    if parser.mistakes:
        return Query(text, mistakes=tuple(sorted(parser.mistakes, key=lambda mistake: mistake.start)))
    return Query(text, tree)


class _Parser:
    """One reading of a list of tokens, from left to right."""

    def __init__(self, cut: list[Token], length: int, *, typing: bool, today: date) -> None:
        self._tokens = cut
        self._next = 0
        self._length = length
        self._typing = typing
        self._today = today
        self.mistakes: list[Mistake] = []

    def query(self, depth: int) -> Node | None:
        """Read alternatives, up to the end or, inside parentheses, to the one that closes."""
        parts = [self._all(depth)]
        while sign := self._take(TokenKind.OR):
            parts.append(self._all(depth))
            if parts[-2] is None or parts[-1] is None:
                self._unfinished(sign, "OR needs words on both sides")
        found = tuple(part for part in parts if part is not None)
        return Or(found) if len(found) > 1 else next(iter(found), None)

    def _all(self, depth: int) -> Node | None:
        """Read what must hold together, up to an OR, a closing parenthesis or the end."""
        parts: list[Node] = []
        while (token := self._peek()) is not None and token.kind is not TokenKind.OR:
            if token.kind is TokenKind.CLOSE:
                if depth:
                    break
                self._mistake(self._advance(), "no parenthesis is open here")
            elif part := self._part(depth):
                parts.append(part)
        return And(tuple(parts)) if len(parts) > 1 else next(iter(parts), None)

    def _part(self, depth: int) -> Node | None:
        """Read one part, with a minus before it or without."""
        minus = self._take(TokenKind.NOT)
        token = self._peek()
        if token is None or token.kind in (TokenKind.OR, TokenKind.CLOSE, TokenKind.NOT):
            if minus:
                self._unfinished(minus, "a minus needs a word after it")
            return None
        self._next += 1
        if token.kind is TokenKind.OPEN:
            part = self._parenthesis(token, depth + 1)
        elif token.kind is TokenKind.FIELD:
            part = self._field(token)
        else:
            part = self._words(token)
        return Not(part) if minus and part else part

    def _parenthesis(self, opening: Token, depth: int) -> Node | None:
        """Read what stands inside parentheses; while typing, the closing one may still be to come."""
        if depth > DEEPEST:
            self._mistake(opening, f"at most {DEEPEST} parentheses inside each other")
            self._next = len(self._tokens)
            return None
        part = self.query(depth)
        if not self._take(TokenKind.CLOSE) and not self._typing:
            self._mistake(opening, "this parenthesis is not closed")
        elif part is None:
            self._unfinished(opening, "there is nothing in these parentheses")
        return part

    def _words(self, token: Token) -> Node | None:
        """Read a word or a phrase."""
        quoted = token.kind is TokenKind.PHRASE
        found = words(token.text)
        if found:
            return Words(tuple(found), token.text, prefix=self._goes_on(token), quoted=quoted)
        note = self._mistake if token.text.strip("-") else self._unfinished
        note(token, f"{token.text!r} has no letter or digit to look for")
        return None

    def _field(self, key: Token) -> Node | None:
        """Read a field with the value that is glued to it."""
        value = self._peek()
        if value is None or value.start != key.end or value.kind not in (TokenKind.WORD, TokenKind.PHRASE):
            said = f"{key.text}{key.sign} needs a value directly after it; or write it in quotation marks"
            self._unfinished(key, said)
            return None
        self._next += 1
        goes_on = self._goes_on(value)
        rest = self._glued(value)
        node = field_node(key, value, rest.text if rest else "", goes_on=goes_on, today=self._today)
        if isinstance(node, Mistake):
            self.mistakes.append(node)
            return None
        return node

    def _glued(self, value: Token) -> Token | None:
        """Take what follows a phrase without a blank: `figure:"front line">300`."""
        token = self._peek()
        if token and value.kind is TokenKind.PHRASE and token.start == value.end and token.kind is TokenKind.WORD:
            return self._advance()
        return None

    def _goes_on(self, token: Token) -> bool:
        """Tell whether the last word of a token may go on: by its star, or because it is being typed."""
        if token.kind is TokenKind.WORD and token.text.endswith("*"):
            return True
        is_open = token.kind is TokenKind.WORD or not token.closed
        return self._typing and is_open and token.end == self._length

    def _peek(self) -> Token | None:
        """Give the token that comes next."""
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _advance(self) -> Token:
        """Take the token that comes next."""
        self._next += 1
        return self._tokens[self._next - 1]

    def _take(self, kind: TokenKind) -> Token | None:
        """Take the next token if it is of this kind."""
        token = self._peek()
        return self._advance() if token and token.kind is kind else None

    def _unfinished(self, token: Token, message: str) -> None:
        """Note that something is missing after a token, unless it may still be typed."""
        if not self._typing or self._next < len(self._tokens):
            self._mistake(token, message)

    def _mistake(self, token: Token, message: str) -> None:
        """Note a mistake at a token."""
        self.mistakes.append(Mistake(token.start, token.end, message))
