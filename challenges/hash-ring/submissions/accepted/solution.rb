def fnv1a(text)
  text.each_byte.reduce(2166136261) { |value, byte| (value ^ byte) * 16777619 & 0xFFFFFFFF }
end

def assign(nodes, replicas, keys)
  raise ArgumentError, "an empty ring" if nodes.empty? || replicas < 1

  ring = {}
  nodes.each do |node|
    replicas.times { |replica| ring[fnv1a("#{node}##{replica}")] ||= node }
  end
  points = ring.keys.sort
  keys.to_h do |key|
    hash = fnv1a(key)
    [key, ring[points.bsearch { |point| point >= hash } || points.first]]
  end
end
