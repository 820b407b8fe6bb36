/* csv_parse with callbacks that do nothing: the least that reading a file through libcsv can cost. */
#include <csv.h>
#include <stdio.h>

static void field(void *bytes, size_t count, void *context) { (void)bytes; (void)count; (void)context; }
static void row(int end, void *context) { (void)end; (void)context; }

int main(int argc, char **argv) {
    static char buffer[65536];
    struct csv_parser parser;
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (file == NULL || csv_init(&parser, CSV_REPALL_NL | CSV_APPEND_NULL) != 0) return 1;
    for (size_t count; (count = fread(buffer, 1, sizeof buffer, file)) > 0;)
        if (csv_parse(&parser, buffer, count, field, row, NULL) != count) return 1;
    csv_fini(&parser, field, row, NULL);
    csv_free(&parser);
    return fclose(file);
}
