namespace Chinalco.Honors.Ingestion.Segmentation;

/// <summary>The line above several articles that names their series or column.</summary>
internal static class SeriesBanner
{
    private static readonly Pattern Series = new(
        @"(系列(特别)?(策划|报道|专题|访谈|评论)|特别策划|特别报道|专题报道|本报特稿)(之[一二三四五六七八九十]{1,3}|[（(][一二三四五六七八九十\d]{1,3}[）)])?$|^[【\[].{2,12}[】\]]$|^[·●◆★]?.{2,10}专栏$",
        longest: 40
    );

    private static readonly Pattern Column = new(
        @"^\S{0,6}(聚焦|信息|时评|快讯|短讯|简讯|要闻|新闻|视点|天地|风采|论坛|观察|之窗|动态|园地|广角|之声|言论|评论|时讯|一线|人物|导读|点击|看台|走笔|随笔|茶座|漫谈|编后|编者按|短评|微评|一句话新闻|资讯|速递|纵横|追踪|讲堂|锐评|热点)$",
        longest: 8
    );

    /// <summary>Whether the line names a series.</summary>
    public static bool Is(string text) => Series.IsIn(text);

    /// <summary>Whether the line may be the name of a column: a few characters ending as such names do.</summary>
    public static bool IsColumn(string text) => Column.IsIn(text);
}
