# Evaluates sums, differences and products by recursive descent.
class Parser
  def initialize(text)
    @tokens = text.scan(/\d+|[-+*()]/)
    @place = 0
  end

  def expression
    value = term
    while ["+", "-"].include?(peek)
      value = take == "+" ? value + term : value - term
    end
    value
  end

  private

  def term
    value = factor
    while peek == "*"
      take
      value *= factor
    end
    value
  end

  def factor
    token = take
    return token.to_i unless token == "("

    value = expression
    take
    value
  end

  def peek
    @tokens[@place]
  end

  def take
    @place += 1
    @tokens[@place - 1]
  end
end

count = gets.to_i
text = (1..count).map { |i| "(#{i}+#{i + 1}*#{i + 2}-#{i + 3})" }.join("+")
puts Parser.new(text).expression
