package main

import (
	"fmt"
	"log"
	"strings"
)

type parser struct {
	text string
	at   int
}

func (p *parser) peek() byte {
	if p.at < len(p.text) {
		return p.text[p.at]
	}
	return 0
}

func (p *parser) sum() int64 {
	value := p.product()
	for {
		switch p.peek() {
		case '+':
			p.at++
			value += p.product()
		case '-':
			p.at++
			value -= p.product()
		default:
			return value
		}
	}
}

func (p *parser) product() int64 {
	value := p.factor()
	for p.peek() == '*' {
		p.at++
		value *= p.factor()
	}
	return value
}

func (p *parser) factor() int64 {
	if p.peek() == '(' {
		p.at++
		value := p.sum()
		p.at++
		return value
	}
	value := int64(0)
	for '0' <= p.peek() && p.peek() <= '9' {
		value = value*10 + int64(p.peek()-'0')
		p.at++
	}
	return value
}

func main() {
	var n int
	if _, err := fmt.Scan(&n); err != nil {
		log.Fatal(err)
	}
	var text strings.Builder
	for i := 1; i <= n; i++ {
		if i > 1 {
			text.WriteByte('+')
		}
		fmt.Fprintf(&text, "(%d+%d*%d-%d)", i, i+1, i+2, i+3)
	}
	p := parser{text: text.String()}
	fmt.Println(p.sum())
}
