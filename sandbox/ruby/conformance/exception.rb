def inner
  raise "boom 42" # HERE
end

def outer
  inner
end

outer
