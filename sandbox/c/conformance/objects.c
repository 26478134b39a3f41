#include <stdio.h>

typedef struct Shape {
    const char *name;
    double width, height;
    double (*area)(const struct Shape *);
} Shape;

static double circle_area(const Shape *shape) { return 3.14159265358979323846 * shape->width * shape->width; }
static double box_area(const Shape *shape) { return shape->width * shape->height; }

static Shape circle(double radius) { return (Shape){"circle", radius, radius, circle_area}; }
static Shape rectangle(double width, double height) { return (Shape){"rectangle", width, height, box_area}; }
static Shape square(double side) { return (Shape){"square", side, side, box_area}; }

int main(void) {
    Shape shapes[] = {circle(1.5), rectangle(2, 3.5), square(4)};
    double total = 0;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        double area = shapes[i].area(&shapes[i]);
        printf("%s %.2f\n", shapes[i].name, area);
        total += area;
    }
    printf("total %.2f\n", total);
}
