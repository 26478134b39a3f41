package main

import (
	"cmp"
	"errors"
	"slices"
)

type Item struct {
	Id    int64
	Title string
}

type Page struct {
	Items      []Item
	NextCursor *int64
	Total      int64
}

// Takes a cursor below 1 for none, as if ids were never negative.
func paginate(items []Item, after *int64, limit int64) (Page, error) {
	if limit < 1 || limit > 100 {
		return Page{}, errors.New("limit must be from 1 to 100")
	}
	page := Page{Total: int64(len(items))}
	for _, item := range items {
		if after == nil || *after < 1 || item.Id > *after {
			page.Items = append(page.Items, item)
		}
	}
	slices.SortFunc(page.Items, func(a, b Item) int { return cmp.Compare(a.Id, b.Id) })
	if int64(len(page.Items)) > limit {
		page.Items = page.Items[:limit]
		page.NextCursor = &page.Items[limit-1].Id
	}
	return page, nil
}
