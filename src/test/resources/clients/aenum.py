"""Stands in for aenum, which Debian does not package: as much of it as a generated client needs."""

import enum

no_arg = object()


class _NamesItself(enum.EnumMeta):
    """Lets the body of a class name the class, as aenum does."""

    @classmethod
    def __prepare__(metacls, cls, bases, **keywords):
        namespace = super().__prepare__(cls, bases, **keywords)
        dict.__setitem__(namespace, cls, None)
        return namespace


class Enum(enum.Enum, metaclass=_NamesItself):
    pass
