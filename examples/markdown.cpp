// markdown.cpp - from C++: an article on standard input, its headline, summary and keywords as Markdown.
// c++ markdown.cpp -llede
#include <lede.h>

#include <iostream>
#include <iterator>
#include <memory>
#include <string>

int main() {
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    lede_document *d = nullptr;
    lede_summary *s = nullptr;
    char *output = nullptr;
    size_t length = 0;
    lede_render_options options;
    lede_render_options_init(&options);
    options.format = "markdown";
    options.parts = LEDE_HEADLINE | LEDE_SUMMARY | LEDE_KEYWORDS;
    lede_status status = lede_document_new(text.data(), text.size(), nullptr, &d);
    const std::unique_ptr<lede_document, decltype(&lede_document_free)> document(d, lede_document_free);
    if (status == LEDE_OK) status = lede_summary_new(d, nullptr, &s);
    const std::unique_ptr<lede_summary, decltype(&lede_summary_free)> summary(s, lede_summary_free);
    if (status == LEDE_OK) status = lede_render(d, s, &options, &output, &length);
    const std::unique_ptr<char, decltype(&lede_string_free)> owner(output, lede_string_free);
    if (status != LEDE_OK) std::cerr << lede_status_message(status) << '\n';
    std::cout.write(output, static_cast<std::streamsize>(length));
    return status != LEDE_OK;
}
