# The error cannot be printed, nor can its type.
class Meta(type):
    def __repr__(cls):
        raise SystemExit(0)


class Unprintable(BaseException, metaclass=Meta):
    def __str__(self):
        raise SystemExit(0)

    __repr__ = __str__


raise Unprintable
