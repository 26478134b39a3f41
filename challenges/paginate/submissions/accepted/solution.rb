Item = Struct.new(:id, :title)
Page = Struct.new(:items, :next_cursor, :total)

def paginate(items, after, limit)
  raise ArgumentError, "limit must be from 1 to 100" unless limit.between?(1, 100)

  rest = items.select { |item| after.nil? || item.id > after }.sort_by(&:id)
  page = rest.first(limit)
  Page.new(page, rest.size > limit ? page.last.id : nil, items.size)
end
